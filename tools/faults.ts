import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FaultCase, Untried } from './faults/case.js';
import { brokerFaults } from './faults/cases-broker.js';
import { byteFaults } from './faults/cases-bytes.js';
import { fullDiskFaults } from './faults/cases-database-full.js';
import { databaseFaults } from './faults/cases-database.js';
import { logFaults } from './faults/cases-log.js';
import { oracleTests } from './faults/cases-oracle.js';
import { processFaults } from './faults/cases-process.js';
import { raceFaults } from './faults/cases-races.js';
import { deadFaults } from './faults/cases-time-dead.js';
import { orderFaults } from './faults/cases-time-order.js';
import { timeFaults } from './faults/cases-time.js';
import { prepare, tryFault } from './faults/run.js';
import type { Ground, Result } from './faults/run.js';
import { lastLine, table, untried } from './faults/table.js';
import { readSettings } from './platform/config.js';
import { DataFolder } from './platform/data-folder.js';
import { endWith, stopOnSignals } from './platform/signals.js';
import { Supervisor } from './platform/supervisor.js';

// npm run faults [-- --only 3,7 --seed 123 --short]: faults under load on a platform of its own, judged from outside.

/** Every fault there is; a file of cases is added here. */
const FAULTS: readonly FaultCase[] = [
  ...oracleTests,
  ...processFaults,
  ...brokerFaults,
  ...logFaults,
  ...databaseFaults,
  ...fullDiskFaults,
  ...byteFaults,
  ...raceFaults,
  ...deadFaults,
  ...orderFaults,
  ...timeFaults,
];

const OUT_OF_REACH: readonly Untried[] = [
  {
    number: 9,
    name: ['同步副本不足', 'too few in-sync replicas'],
    reason: '需要三个 Kafka 节点,此平台只有一个 · needs three brokers, and this platform has one',
  },
];

function readFlags() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, seed: { type: 'string' }, short: { type: 'boolean', default: false } },
  });
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is no whole number`);
  return { only: values.only?.split(',').map(Number), seed, short: values.short };
}

async function main(): Promise<void> {
  const { only, seed, short } = readFlags();
  const chosen = FAULTS.filter(({ number, short: telling }) => only?.includes(number) ?? (!short || telling));
  const obstacles = chosen.flatMap(({ number, name, obstacle }): Untried[] => {
    const reason = obstacle?.();
    return reason ? [{ number, name, reason }] : [];
  });
  const out = [...obstacles, ...(short ? [] : OUT_OF_REACH.filter(({ number }) => only?.includes(number) ?? true))];
  const settings = readSettings(process.env);
  const supervisor = new Supervisor(new DataFolder(join(settings.dataFolder, 'faults')));
  stopOnSignals(supervisor, 130);
  console.log(`种子 seed ${seed}`);
  const ground = await prepare(settings, supervisor);
  const results: Result[] = [];
  for (const fault of chosen.filter(({ name }) => !obstacles.some((one) => one.name === name))) {
    results.push(await tryOne(ground, fault, seed));
  }
  await supervisor.stop();
  console.log(`\n${table(results)}\n`);
  if (out.length > 0) console.log(`此处无法尝试 Not tried here:\n${untried(out)}\n`);
  console.log(lastLine(results));
  process.exit(results.length > 0 && results.every(({ survived }) => survived) ? 0 : 1);
}

/** With a seed that is the same whichever others are chosen, so that one fault of a long run is tried again by its number. */
async function tryOne(ground: Ground, fault: FaultCase, seed: number): Promise<Result> {
  const { number, name } = fault;
  console.log(`\n${name.join(' ')} (--only ${number} --seed ${seed})`);
  const place = FAULTS.indexOf(fault);
  const result = await tryFault(ground, fault, {
    series: `f${seed.toString(36)}x${place.toString(36)}`,
    journalFile: ground.folder.at('journals', `${place}.jsonl`),
    seed: seed + place,
    say: console.log,
  });
  console.log(table([result]).split('\n').at(-1));
  for (const { kind, what } of result.findings.slice(0, 20)) console.log(`    ${kind}: ${what}`);
  return result;
}

main().catch((error: unknown) => endWith(error, 'faults: 0 tried, 0 survived, 0 lost, 0 doubled'));
