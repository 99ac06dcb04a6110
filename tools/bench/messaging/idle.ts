import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES } from '#libs/contracts/define.js';
import type { Ground } from '../ground.js';
import { cpuDuring, memoryOf, pidsOf } from '../processes.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';

const REST_MS = 60_000;
const WATCH_SECONDS = 30;
/** Not ours, and measured for the whole picture: no goal. */
const SERVERS = ['kafka', 'postgres'];

/** `idle.*`: what each process takes after a minute of rest, CPU in percent of one core over 30 s; the worst of ours counts. */
export async function idle({ supervisor }: Ground): Promise<Metric[]> {
  await sleep(REST_MS);
  const pids = pidsOf(supervisor);
  const watched = new Map([...pids].filter(([name]) => [...SERVICES, ...SERVERS].includes(name)));
  const { cpu } = await cpuDuring(watched, () => sleep(WATCH_SECONDS * 1_000));
  const taken = [...watched].map(([name, pid]) => ({
    name,
    cpu: (100 * (cpu.get(name) ?? Number.NaN)) / WATCH_SECONDS,
    rss: memoryOf(pid),
  }));
  const ours = taken.filter(({ name }) => !SERVERS.includes(name));
  const metric = (what: 'cpu' | 'rss', value: number, more: { name?: string; goal?: number }): Metric =>
    messagingMetric({
      metric: ['idle', what, ...(more.name ? [more.name] : [])].join('.'),
      value,
      unit: what === 'cpu' ? '%' : 'MB',
      better: 'lower',
      goal: more.goal ?? null,
    });
  return [
    metric('cpu', Math.max(...ours.map(({ cpu }) => cpu)), { goal: 2 }),
    metric('rss', Math.max(...ours.map(({ rss }) => rss)), { goal: 150 }),
    ...taken.flatMap(({ name, cpu, rss }) => [metric('cpu', cpu, { name }), metric('rss', rss, { name })]),
  ];
}
