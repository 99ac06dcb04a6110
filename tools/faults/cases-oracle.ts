import { until } from '../platform/network.js';
import type { FaultCase } from './case.js';
import { BROKEN, StandIn, withoutRelay } from './stand-in.js';
import type { Sender } from './stand-in.js';
import type { World } from './world.js';

const WITHIN_MS = 45_000;

/** Until the stand-in has carried so many facts of projects. */
async function carrying(world: World, facts: number, broken?: (sender: Sender) => Sender): Promise<void> {
  await withoutRelay(world, 'projects', async () => {
    const [from] = await world.sql<{ seq: number }>('SELECT coalesce(max(seq), 0)::int AS seq FROM projects.outbox');
    const standIn = await StandIn.beside(world, 'projects', broken);
    const carried = async (): Promise<boolean> => {
      const [row] = await world.sql<{ count: number }>(
        'SELECT count(*)::int AS count FROM projects.outbox WHERE published_at IS NOT NULL AND seq > $1',
        [from?.seq],
      );
      return (row?.count ?? 0) >= facts;
    };
    const done = await until(carried, WITHIN_MS);
    await standIn.stop();
    if (!done) throw new Error(`the stand-in has not carried ${facts} facts`);
  });
}

/** Who judges the judge: a relay that keeps its promise passes, three that break it are caught. */
export const oracleTests: readonly FaultCase[] = [
  {
    number: 0,
    name: ['对照:完好的中继', 'control: a relay that keeps its promise'],
    inject: (world) => carrying(world, 200),
  },
  {
    number: 0,
    name: ['判官自测:千分之一丢失', 'the judge tested: one in a thousand dropped'],
    mustFind: 'lost',
    callers: 24,
    inject: (world) => carrying(world, 600, BROKEN.drops),
  },
  {
    number: 0,
    name: ['判官自测:次序颠倒', 'the judge tested: out of order'],
    mustFind: 'wrong',
    inject: (world) => carrying(world, 200, BROKEN.reorders),
  },
  {
    number: 0,
    name: ['判官自测:应用两次', 'the judge tested: applied twice'],
    mustFind: 'doubled',
    inject: (world) => carrying(world, 200, BROKEN.doubles),
  },
];
