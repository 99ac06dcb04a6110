import { until } from '../../platform/network.js';
import { withClient } from '../../platform/sql.js';
import type { Ground } from '../ground.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { ok } from '../rounds.js';
import type { Notes } from './notes.js';

const RATE = 500;
/** So many in one command, fifty times a second: a command each would take both cores, and its facts would wait for them. */
const TOGETHER = 10;
const WARM_UP_SECONDS = 15;
const SECONDS = 20;
/** A run that could not tell as many as it was to says so: its delays are those of a lighter load. */
const TOLD = 0.98 * RATE;
const CONNECTIONS = 16;
const PATIENCE_MS = 30_000;

// Both rows are written once and never touched again, so xmin is the transaction that made them.
const DELAYS = `
  SELECT count(*)::int AS heard,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms) AS p99
  FROM (
    SELECT 1000 * extract(epoch FROM pg_xact_commit_timestamp(h.xmin) - pg_xact_commit_timestamp(n.xmin))::float AS ms
    FROM approvals.note n JOIN notify.heard_note h USING (id)
    WHERE pg_xact_commit_timestamp(n.xmin) > $1) AS delay`;

/**
 * `fact.*@500`: notes are told at 500 a second for 20 s, ten in a command, each with a row and a fact of its own; measured is from
 * the commit in the owner to the commit of the hearer's INSERT, both by the database's own commit timestamps. Owner and
 * hearer are the smallest services there can be: what is measured is outbox, relay, Kafka and inbox.
 */
export async function facts(ground: Ground, notes: Notes): Promise<Metric[]> {
  await keepCommitTimes(ground, notes);
  const shots = [
    { path: '/told-notes', token: '', body: JSON.stringify({ texts: Array<string>(TOGETHER).fill('一条记录') }) },
  ];
  const job = { urls: [notes.ours], connections: CONNECTIONS, shots, again: true, rate: RATE / TOGETHER };
  await ok(ground.driver.run({ ...job, seconds: WARM_UP_SECONDS }));
  return await withClient(notes.databaseUrl, async (client) => {
    const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const round = await ok(ground.driver.run({ ...job, seconds: SECONDS }));
    const measured = async () => (await client.query<Delays>(DELAYS, [rows[0]?.now])).rows[0];
    const complete = async () => (await measured())?.heard === round.answered * TOGETHER;
    if (!(await until(complete, PATIENCE_MS)))
      throw new Error(`of ${round.answered * TOGETHER} facts not all were heard`);
    const { p50, p99 } = (await measured()) ?? { p50: Number.NaN, p99: Number.NaN };
    const told = (round.answered * TOGETHER) / round.seconds;
    return [
      messagingMetric({ metric: 'fact.rate@500', value: told, unit: '/s', goal: TOLD, better: 'higher' }),
      messagingMetric({ metric: 'fact.p50@500', value: p50, unit: 'ms', goal: 15, better: 'lower' }),
      messagingMetric({ metric: 'fact.p99@500', value: p99, unit: 'ms', goal: 100, better: 'lower' }),
    ];
  });
}

interface Delays {
  heard: number;
  p50: number;
  p99: number;
}

/** The server keeps the times of commits only when it was started so; the supervisor starts it again. */
async function keepCommitTimes({ platform, driver }: Ground, { databaseUrl, ours }: Notes): Promise<void> {
  await withClient(databaseUrl, (client) => client.query('ALTER SYSTEM SET track_commit_timestamp = on').then());
  platform.kill('postgres', 'SIGINT');
  const shots = [{ path: '/notes', token: '', body: JSON.stringify({ text: '还在吗' }) }];
  const writes = async () => {
    const job = { urls: [ours], connections: 1, seconds: 0.2, shots, again: true, rate: null };
    const round = await driver.run(job).catch(() => null);
    return round !== null && round.answered > 0 && round.failed === 0;
  };
  if (!(await until(writes, PATIENCE_MS))) throw new Error('the notes have not come back after the database');
}
