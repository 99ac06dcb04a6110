import { messaging } from './bench/messaging.js';
import { keep, table } from './bench/report.js';
import type { Metric } from './bench/report.js';
import { readSettings } from './platform/config.js';
import type { Settings } from './platform/config.js';
import { Sentence } from './platform/sentence.js';
import { endWith } from './platform/signals.js';

// npm run bench [-- area] [quick]: speed, every figure beside its baseline in the same run. A goal that is missed is
// said in the table and is no failure of the run.

type Area = (settings: Settings, quick: boolean) => Promise<Metric[]>;
const AREAS: Record<string, Area> = { messaging };

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const quick = words.includes('quick');
  const names = words.filter((word) => word !== 'quick');
  const areas = (names.length > 0 ? names : Object.keys(AREAS)).map((name) => {
    const area = AREAS[name];
    if (area) return area;
    const known = Object.keys(AREAS);
    throw new Sentence(
      `没有“${name}”:可以测量的有 ${known.join('、')}。`,
      `There is no “${name}”, only ${known.join(', ')}.`,
    );
  });
  const settings = readSettings(process.env);
  const metrics: Metric[] = [];
  for (const area of areas) metrics.push(...(await area(settings, quick)));
  console.log(`\n${table(metrics)}\n\n${keep(metrics)}`);
}

await main().then(() => process.exit(0), endWith);
