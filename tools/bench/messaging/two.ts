import type { Filings, Ground } from '../ground.js';
import { cpuDuring, pidsOf } from '../processes.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { ok, resultOf } from '../rounds.js';
import type { Pace, Result } from '../rounds.js';
import { decisionShot, shotsFor } from './operations.js';

const CALLERS = 64;
/**
 * `two.*`: the same load on two gateways and two of the approvals service, beside one of each before
 * they came; both after a warm-up that is long enough for cold processes. The spread is what the less busy of two takes
 * of the CPU time of both: 50 % is even.
 */
export async function two(ground: Ground, filings: Filings, pace: Pace): Promise<Metric[]> {
  const one = await load(ground, filings, { urls: [ground.platform.url], pace });
  const first = pidsOf(ground.supervisor);
  const urls = [ground.platform.url, await startSecond(ground)];
  const second = pidsOf(ground.supervisor);
  const pids = new Map(
    ['gateway', 'approvals'].flatMap((name) => [
      [`${name}.1`, first.get(name) ?? 0],
      [`${name}.2`, second.get(`${name}.2`) ?? 0],
    ]),
  );
  const { result: both, cpu } = await cpuDuring(pids, () => load(ground, filings, { urls, pace }));
  const spread = (name: string): number => {
    const [less, more] = [1, 2].map((n) => cpu.get(`${name}.${n}`) ?? Number.NaN).toSorted((a, b) => a - b);
    return (100 * (less ?? Number.NaN)) / ((less ?? 0) + (more ?? 0));
  };
  return [
    messagingMetric({
      metric: `two.throughput@${CALLERS}`,
      value: both.throughput,
      unit: '/s',
      beside: one.throughput,
      goal: 0.85,
      better: 'higher',
    }),
    messagingMetric({ metric: 'two.spread.gateway', value: spread('gateway'), unit: '%', better: 'higher' }),
    messagingMetric({ metric: 'two.spread.approvals', value: spread('approvals'), unit: '%', better: 'higher' }),
  ];
}

async function load(
  { driver }: Ground,
  filings: Filings,
  { urls, pace }: { urls: string[]; pace: Pace },
): Promise<Result> {
  const found = await filings.clones.add(shotsFor(filings, CALLERS, pace.warmUp + pace.rounds * pace.seconds));
  let shots = found.map((one) => decisionShot(filings, one));
  const rounds = [];
  for (const seconds of [pace.warmUp, ...Array.from({ length: pace.rounds }, () => pace.seconds)]) {
    const round = await ok(driver.run({ urls, connections: CALLERS, seconds, shots, again: false, rate: null }));
    shots = shots.slice(round.answered);
    rounds.push(round);
  }
  return resultOf(rounds.slice(1));
}

/** One more gateway and one more approvals service; returns the gateway's address. */
async function startSecond({ platform }: Ground): Promise<string> {
  const [gateway] = await Promise.all([
    platform.another('gateway', 'gateway.2'),
    platform.another('approvals', 'approvals.2'),
  ]);
  return `http://127.0.0.1:${gateway.spec.env?.['PORT']}`;
}
