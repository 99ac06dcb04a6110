import { isDeepStrictEqual } from 'node:util';
import type { Filings, Ground } from '../ground.js';
import type { Round, Shot } from '../load.js';
import { cpuDuring, pidsOf } from '../processes.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { alternate, ok } from '../rounds.js';
import type { Pace } from '../rounds.js';
import type { Filing } from '../template.js';

const GOALS: Record<string, number> = { 'command@1': 0.2, 'command@64': 0.6, 'query@64': 0.35, 'query@256': 0.5 };
/** The level at which is told where the time goes. */
const WATCHED = 64;
/** Commands a second that neither side exceeds, alone and with more callers: so many are made ready; a round ends early when they run out. */
const MOST_ALONE = 600;
const MOST = 2_000;
/** What Node and the JVM have not compiled yet takes three times as long: so many of each come before anything counts. */
const WARM = 3_000;
const WARM_WITHIN_SECONDS = 120;

const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** A decision: the body grants. */
export const decisionShot = ({ tokens }: Filings, { id, body }: Filing): Shot => ({
  path: `/api/v1/approvals/${id}/decision`,
  token: tokens.get(body) ?? '',
  body: JSON.stringify({
    result: 'granted',
    decidedOn: shanghaiDay.format(new Date()),
    documentNumber: `〔2026〕${id.slice(0, 8)}号`,
  }),
});

export const readShot = ({ tokens }: Filings, { id, body }: Filing): Shot => ({
  path: `/api/v1/approvals/${id}`,
  token: tokens.get(body) ?? '',
});

/** How many cases have approvals enough for so many seconds. */
export const shotsFor = ({ template }: Filings, callers: number, seconds: number): number =>
  Math.ceil(((callers === 1 ? MOST_ALONE : MOST) * seconds) / template.filings.length);

/**
 * `command.*` and `query.*`: "decide an approval" and "an approval by id" through gateway, Kafka and the approvals
 * service, beside the baseline; both on the same server with tables of the same size. Of the platform only the gateway
 * and the approvals service run: nobody else takes part in these operations; the service's relay carries its facts all
 * the while, which the baseline has no need of. `cpu.*` and `share.cpu.*`: where the platform's time goes at 64.
 */
export async function operations(ground: Ground, filings: Filings, levels: number[], pace: Pace): Promise<Metric[]> {
  await mustAgree(ground, filings);
  await warmUp(ground, filings);
  const metrics: Metric[] = [];
  for (const callers of levels) metrics.push(...(await level(ground, filings, callers, pace)));
  return metrics;
}

async function warmUp({ driver, platform }: Ground, filings: Filings): Promise<void> {
  const found = await filings.clones.add(Math.ceil(WARM / filings.template.filings.length));
  for (const shotOf of [decisionShot, readShot]) {
    const shots = found.map((one) => shotOf(filings, one));
    const job = { connections: WATCHED, seconds: WARM_WITHIN_SECONDS, shots, again: false, rate: null };
    for (const url of [platform.url, filings.baselineUrl]) await ok(driver.run({ ...job, urls: [url] }));
  }
}

async function level(ground: Ground, filings: Filings, callers: number, pace: Pace): Promise<Metric[]> {
  const found = await filings.clones.add(shotsFor(filings, callers, pace.warmUp + pace.rounds * pace.seconds));
  const decisions = found.map((one) => decisionShot(filings, one));
  const reads = found.map((one) => readShot(filings, one));
  return [
    ...(await measure(ground, filings, { name: 'command', callers, shots: decisions, pace })),
    ...(await measure(ground, filings, { name: 'query', callers, shots: reads, pace })),
  ];
}

interface Measured {
  name: 'command' | 'query';
  callers: number;
  shots: Shot[];
  pace: Pace;
}

async function measure(ground: Ground, { baselineUrl }: Filings, measured: Measured): Promise<Metric[]> {
  const { name, callers, shots, pace } = measured;
  const again = name === 'query';
  const side = (url: string) => {
    let left = shots;
    return async (seconds: number): Promise<Round> => {
      const round = await ground.driver.run({
        urls: [url],
        connections: callers,
        seconds,
        shots: left,
        again,
        rate: null,
      });
      if (!again) left = left.slice(round.answered);
      return round;
    };
  };
  const places = new Places(ground);
  const ourSide = side(ground.platform.url);
  const [ours, base] = await alternate([(seconds) => places.watch(() => ourSide(seconds)), side(baselineUrl)], pace);
  const goal = GOALS[`${name}@${callers}`] ?? null;
  const at = `@${callers}`;
  const throughput = { value: ours.throughput, unit: '/s', beside: base.throughput, goal };
  return [
    messagingMetric({ metric: `${name}.throughput${at}`, ...throughput, better: 'higher' }),
    messagingMetric({ metric: `${name}.p50${at}`, value: ours.p50, unit: 'ms', beside: base.p50, better: 'lower' }),
    messagingMetric({ metric: `${name}.p99${at}`, value: ours.p99, unit: 'ms', beside: base.p99, better: 'lower' }),
    ...(callers === WATCHED ? places.metrics(name) : []),
  ];
}

/** Where the platform's CPU time goes; the driver's own beside it. */
class Places {
  private readonly pids: Map<string, number>;
  private readonly seconds = new Map<string, number>();
  private answered = 0;

  constructor({ supervisor, driver }: Ground) {
    const all = pidsOf(supervisor);
    const places = { gateway: 'gateway', service: 'approvals', broker: 'kafka', database: 'postgres' };
    const found = Object.entries(places).map(([place, child]): [string, number] => [place, all.get(child) ?? 0]);
    this.pids = new Map([...found, ['driver', driver.pid]]);
  }

  async watch(task: () => Promise<Round>): Promise<Round> {
    const { result, cpu } = await cpuDuring(this.pids, task);
    this.answered += result.answered;
    for (const [place, seconds] of cpu) this.seconds.set(place, (this.seconds.get(place) ?? 0) + seconds);
    return result;
  }

  metrics(name: string): Metric[] {
    const total = [...this.seconds.values()].reduce((sum, seconds) => sum + seconds, 0);
    return [...this.seconds].flatMap(([place, seconds]) => [
      messagingMetric({
        metric: `share.cpu.${name}.${place}`,
        value: (100 * seconds) / total,
        unit: '%',
        better: 'lower',
      }),
      messagingMetric({
        metric: `cpu.${name}.${place}`,
        value: (1_000 * seconds) / this.answered,
        unit: 'ms/op',
        better: 'lower',
      }),
    ]);
  }
}

/** Both sides must give the same answers to the same questions, or the comparison says nothing. */
async function mustAgree({ platform }: Ground, filings: Filings): Promise<void> {
  for (const one of await filings.clones.add(1)) {
    for (const shot of [readShot(filings, one), decisionShot(filings, one)]) {
      const [ours, base] = await Promise.all([ask(platform.url, shot), ask(filings.baselineUrl, shot)]);
      if (isDeepStrictEqual(ours, base)) continue;
      const [theirs, answer] = [JSON.stringify(base), JSON.stringify(ours)];
      throw new Error(`the baseline answers otherwise:\n${theirs}\nthan the platform:\n${answer}`);
    }
  }
}

async function ask(url: string, { path, token, body }: Shot): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${url}${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}
