import type { Ground } from '../ground.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { alternate } from '../rounds.js';
import type { Pace } from '../rounds.js';
import type { Notes } from './notes.js';

/** `stock.*`: HTTP gateway → Kafka → service → INSERT → commit → reply, on the library and on Nest's own transport. */
export async function stock({ driver }: Ground, notes: Notes, pace: Pace): Promise<Metric[]> {
  const shots = [{ path: '/notes', token: '', body: JSON.stringify({ text: '一条记录' }) }];
  const side = (url: string, connections: number) => (seconds: number) =>
    driver.run({ urls: [url], connections, seconds, shots, again: true, rate: null });
  const at = async (callers: number) => await alternate([side(notes.ours, callers), side(notes.stock, callers)], pace);
  const [our64, stock64] = await at(64);
  const [our1, stock1] = await at(1);
  return [
    messagingMetric({
      metric: 'stock.throughput@64',
      value: our64.throughput,
      unit: '/s',
      beside: stock64.throughput,
      goal: 10,
      better: 'higher',
    }),
    messagingMetric({
      metric: 'stock.p50@1',
      value: our1.p50,
      unit: 'ms',
      beside: stock1.p50,
      goal: 3,
      better: 'lower',
    }),
  ];
}
