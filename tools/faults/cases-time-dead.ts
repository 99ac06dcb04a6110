import { setTimeout as sleep } from 'node:timers/promises';
import { OPERATOR } from '#libs/contracts/operator.js';
import { until } from '../platform/network.js';
import type { FaultCase } from './case.js';
import type { World } from './world.js';

const { listDeadRecords, redriveDeadRecord } = OPERATOR.projects;
const BROKEN_MS = 10_000;
const WITHIN_MS = 45_000;

/**
 * No change of a project can be told in the ledger while this stands. What arrives behind a dead record waits with it and
 * is handled one by one: a busier aggregate would not catch up before the load ends.
 */
const BREAK = `
  CREATE FUNCTION projects.refuse_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.fact = 'project.changed' THEN RAISE EXCEPTION 'not now'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_changes BEFORE INSERT ON projects.ledger_entry FOR EACH ROW EXECUTE FUNCTION projects.refuse_changes()`;
const MEND = 'DROP TRIGGER refuse_changes ON projects.ledger_entry; DROP FUNCTION projects.refuse_changes()';

/** Fault 39: facts that die of a fault in their follower, and are redriven when it is mended, each twice at the same moment. */
export const deadFaults: readonly FaultCase[] = [
  {
    number: 39,
    name: ['死信在负载中重复重投', 'dead letters redriven twice during load'],
    inject: async (world) => {
      await world.sql(BREAK);
      try {
        await hurry(world);
      } finally {
        await world.sql(MEND);
      }
      const redriven = new Set<string>();
      const empty = await until(async () => (await redriveAll(world, redriven)) === 0, WITHIN_MS);
      if (!empty) throw new Error('there are still dead records after they were redriven');
      if (redriven.size === 0) throw new Error('no fact has died: nothing was tried');
      return redriven.size;
    },
  },
];

/** A fact dies after several attempts, ever further apart; here they are over sooner. Those that wait behind it keep theirs. */
async function hurry({ sql }: World): Promise<void> {
  for (const end = Date.now() + BROKEN_MS; Date.now() < end;) {
    await sleep(500);
    await sql(`UPDATE projects.inbox SET attempts = 100 WHERE done_at IS NULL AND event_id NOT IN (
      SELECT event_id FROM projects.dead_record WHERE event_id IS NOT NULL)`);
  }
}

/** How many records are unresolved; those that wait behind another follow by themselves. */
async function redriveAll({ cast }: World, redriven: Set<string>): Promise<number> {
  const admin = cast.client('admin');
  const { items, total } = await admin.call(listDeadRecords, { pageSize: 200 });
  const dead = items.filter(({ state }) => state === 'dead');
  await Promise.all([...dead, ...dead].map(({ id }) => admin.call(redriveDeadRecord, { id })));
  for (const { id } of dead) redriven.add(id);
  return total;
}
