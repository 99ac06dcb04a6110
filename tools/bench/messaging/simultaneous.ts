import type { Filings, Ground } from '../ground.js';
import { Connection, textOf } from '../connection.js';
import type { Filing } from '../template.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { decisionShot } from './operations.js';

const CASES = 1_000;
/** Cases at once. */
const LANES = 4;

/**
 * `simultaneous.*`: the five items of one case are decided at the same moment, a thousand cases. Refused is every answer
 * that is not 200; lost is a 200 whose approval does not stand decided in the table.
 */
export async function simultaneous({ platform, database }: Ground, filings: Filings): Promise<Metric[]> {
  const cases = await filings.clones.addCases(CASES);
  const url = new URL(platform.url);
  const refused: string[] = [];
  const done: string[] = [];
  const lane = async (): Promise<void> => {
    const open = await Promise.all((cases[0] ?? []).map(() => Connection.open(url)));
    for (let next = cases.shift(); next; next = cases.shift()) {
      const decide = async ({ id, body }: Filing, n: number): Promise<void> => {
        const reply = await open[n]?.ask(textOf(decisionShot(filings, { id, body }), n));
        (reply?.status === 200 ? done : refused).push(id);
      };
      await Promise.all(next.map(decide));
    }
    for (const connection of open) connection.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const { rows } = await database.query<{ lost: number }>(
    `SELECT count(*)::int AS lost FROM approvals.approval WHERE id = ANY ($1) AND state <> 'decided'`,
    [done],
  );
  const count = { unit: `/${done.length + refused.length}`, goal: 0, better: 'lower' as const };
  return [
    messagingMetric({ metric: 'simultaneous.refused', value: refused.length, ...count }),
    messagingMetric({ metric: 'simultaneous.lost', value: rows[0]?.lost ?? Number.NaN, ...count }),
  ];
}
