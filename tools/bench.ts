import { MESSAGING } from './bench/messaging.js';
import { WEB } from './bench/web.js';
import { keep, table } from './bench/report.js';
import type { Metric } from './bench/report.js';
import { readSettings } from './platform/config.js';
import type { Settings } from './platform/config.js';
import { Sentence } from './platform/sentence.js';
import { endWith } from './platform/signals.js';

// npm run bench [-- area [part…]]: speed, every figure beside its baseline in the same run. Without parts all of an area
// but `quick`, which is a selection for those who work on it. A goal that is missed is said in the table and is no
// failure of the run; an answer that is wrong is one.

type Parts = Record<string, (settings: Settings) => Promise<Metric[]>>;
const AREAS: Record<string, Parts> = { messaging: MESSAGING, web: WEB };

function choose<T>(from: Record<string, T>, name: string): T {
  const found = from[name];
  if (found) return found;
  const known = Object.keys(from);
  throw new Sentence(
    `没有“${name}”:可以测量的有 ${known.join('、')}。`,
    `There is no “${name}”, only ${known.join(', ')}.`,
  );
}

async function main(): Promise<void> {
  const [named, ...wanted] = process.argv.slice(2);
  const settings = readSettings(process.env);
  const metrics: Metric[] = [];
  for (const area of named ? [choose(AREAS, named)] : Object.values(AREAS)) {
    const parts = wanted.length > 0 ? wanted : Object.keys(area).filter((part) => part !== 'quick');
    for (const part of parts) {
      console.log(`\n${part} …`);
      const measured = await choose(area, part)(settings);
      console.log(table(measured));
      metrics.push(...measured);
    }
  }
  console.log(`\n${table(metrics)}\n\n${keep(metrics)}`);
}

await main().then(() => process.exit(0), endWith);
