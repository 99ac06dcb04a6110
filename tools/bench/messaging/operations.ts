import { isDeepStrictEqual } from 'node:util';
import type { Filings, Ground } from '../ground.js';
import type { Job, Round, Shot } from '../load.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { alternate } from '../rounds.js';
import type { Pace } from '../rounds.js';

const GOALS: Record<string, number> = { 'command@1': 0.2, 'command@64': 0.6, 'query@64': 0.35, 'query@256': 0.5 };
/** Commands a second that neither side will exceed: so many copies are made ready. */
const MOST_COMMANDS = { 1: 600, 16: 2_500, 64: 3_000, 256: 3_000 };
export type Callers = keyof typeof MOST_COMMANDS;

/** A decision on an approval of its own, each time. */
export const decisionShot = ({ tokens }: Filings, { id, body }: { id: string; body: string }): Shot => ({
  path: `/api/v1/approvals/${id}/decision`,
  token: tokens.get(body) ?? '',
  body: JSON.stringify({ result: 'granted', decidedOn: today(), documentNumber: `〔2026〕${id.slice(0, 8)}号` }),
});

const readShot = ({ tokens }: Filings, { id, body }: { id: string; body: string }): Shot => ({
  path: `/api/v1/approvals/${id}`,
  token: tokens.get(body) ?? '',
});

const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const today = (): string => shanghaiDay.format(new Date());

/**
 * `command.*` and `query.*`: "decide an approval" and "an approval by id" through gateway, Kafka and the approvals
 * service, beside the baseline; both on the same server with tables of the same size. Of the platform only the gateway
 * and the approvals service run: nobody else takes part in these operations; the service's relay carries its facts all
 * the while, which the baseline has no need of.
 */
export async function operations(ground: Ground, filings: Filings, levels: Callers[], pace: Pace): Promise<Metric[]> {
  await mustAgree(ground, filings);
  const metrics: Metric[] = [];
  for (const callers of levels) {
    const most = MOST_COMMANDS[callers] * (pace.warmUp + pace.rounds * pace.seconds);
    const found = await filings.clones.add(Math.ceil(most / filings.template.filings.length));
    const decisions = found.map((one) => decisionShot(filings, one));
    const reads = found.map((one) => readShot(filings, one));
    metrics.push(...(await measure(ground, filings, { name: 'command', callers, shots: decisions, pace })));
    metrics.push(...(await measure(ground, filings, { name: 'query', callers, shots: reads, pace })));
  }
  return metrics;
}

interface Measured {
  name: 'command' | 'query';
  callers: number;
  shots: Shot[];
  pace: Pace;
}

async function measure(
  { driver, platform }: Ground,
  { baselineUrl }: Filings,
  { name, callers, shots, pace }: Measured,
): Promise<Metric[]> {
  const again = name === 'query';
  const side = (url: string) => {
    let left = shots;
    return async (seconds: number): Promise<Round> => {
      const job: Job = { urls: [url], connections: callers, seconds, shots: left, again, rate: null };
      const round = await driver.run(job);
      if (!again) left = left.slice(round.answered);
      return round;
    };
  };
  const [ours, base] = await alternate([side(platform.url), side(baselineUrl)], pace);
  const goal = GOALS[`${name}@${callers}`];
  const at = `@${callers}`;
  return [
    messagingMetric({
      metric: `${name}.throughput${at}`,
      value: ours.throughput,
      unit: '/s',
      beside: base.throughput,
      better: 'higher',
      ...(goal === undefined ? {} : { goal }),
    }),
    messagingMetric({ metric: `${name}.p50${at}`, value: ours.p50, unit: 'ms', beside: base.p50, better: 'lower' }),
    messagingMetric({ metric: `${name}.p99${at}`, value: ours.p99, unit: 'ms', beside: base.p99, better: 'lower' }),
  ];
}

/** Both sides must give the same answers to the same questions, or the comparison says nothing. */
async function mustAgree({ platform }: Ground, filings: Filings): Promise<void> {
  const found = await filings.clones.add(1);
  for (const one of found) {
    for (const shot of [readShot(filings, one), decisionShot(filings, one)]) {
      const [ours, base] = await Promise.all([ask(platform.url, shot), ask(filings.baselineUrl, shot)]);
      if (isDeepStrictEqual(ours, base)) continue;
      throw new Error(
        `the baseline answers otherwise:\n${JSON.stringify(base)}\nthan the platform:\n${JSON.stringify(ours)}`,
      );
    }
  }
}

async function ask(url: string, { path, token, body }: Shot): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${url}${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}
