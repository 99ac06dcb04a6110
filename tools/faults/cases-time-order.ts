import { isDeepStrictEqual } from 'node:util';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { PROJECTIONS_HEADER } from '#libs/messaging/projections.js';
import type { FaultCase } from './case.js';
import { KINDS } from './operations.js';
import { drain } from './queues.js';
import type { Random } from './random.js';
import { withProducer } from './records.js';
import type { World } from './world.js';

interface Told {
  topic: string;
  key: string;
  value: string;
  id: string;
}

interface Kept {
  service: Service;
  name: string;
  tables: string[];
}

const REQUESTS = 100;
const DOUBLED = 0.3;

/** Fault 40: every fact there is, told again in another order of the keys and often twice, makes the same projections. */
export const orderFaults: readonly FaultCase[] = [
  {
    number: 40,
    name: ['事实跨键乱序且重复', 'facts shuffled across keys and doubled'],
    callers: 0,
    inject: async (world) => {
      await makeFacts(world);
      const kept = await projections(world);
      const before = await contents(world, kept);
      const admin = world.cast.client('admin');
      for (const { service, name } of kept) await admin.call(OPERATOR[service].rebuildProjection, { name });
      const facts = shuffled(await allFacts(world), world.random);
      await tell(world, facts, kept);
      const after = await contents(world, kept);
      const different = Object.keys(before).filter((table) => !isDeepStrictEqual(before[table], after[table]));
      if (different.length > 0) throw new Error(`not the same after another order: ${different.join(', ')}`);
      return facts.length;
    },
  },
];

async function makeFacts({ caller, random, platform, store }: World): Promise<void> {
  for (let count = 0; count < REQUESTS; count += 1) {
    const kind = random.pick(KINDS);
    const mark = caller.nextMark();
    await caller.send(caller.intend(kind, mark, await kind.plan(caller, mark, random)));
  }
  await drain(platform, store, await store.mark());
}

async function projections({ caller }: World): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const service of SERVICES) {
    const { items } = await caller.read('admin', OPERATOR[service].listProjections, {});
    kept.push(...items.map(({ name, tables }) => ({ service, name, tables })));
  }
  return kept;
}

/** All rows but for the count of their changes, which says nothing of what they hold. */
async function contents({ sql }: World, kept: readonly Kept[]): Promise<Record<string, unknown>> {
  const tables = kept.flatMap(({ service, tables: names }) => names.map((name) => `${service}.${name}`));
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    found[table] = await sql(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY id`);
  }
  return found;
}

async function allFacts({ sql }: World): Promise<Told[]> {
  const outboxes = SERVICES.map(
    (service) => `SELECT seq, topic, key, value::text, event_id AS id FROM ${service}.outbox`,
  );
  return await sql<Told & { [key: string]: string }>(
    `SELECT * FROM (${outboxes.join(' UNION ALL ')}) o ORDER BY topic, key, seq`,
  );
}

/** Each key keeps its own order; a fact that is doubled comes again at once or when everything else has been told. */
function shuffled(facts: readonly Told[], random: Random): Told[] {
  const lanes = [...Map.groupBy(facts, ({ topic, key }) => `${topic} ${key}`).values()];
  const order: Told[] = [];
  const late: Told[] = [];
  while (lanes.length > 0) {
    const lane = random.pick(lanes);
    const fact = lane.shift();
    if (lane.length === 0) lanes.splice(lanes.indexOf(lane), 1);
    if (!fact) continue;
    order.push(fact);
    if (random.next() < DOUBLED) (random.next() < 0.5 ? order : late).push(fact);
  }
  return [...order, ...late];
}

async function tell({ platform, store }: World, facts: readonly Told[], kept: readonly Kept[]): Promise<void> {
  const names = kept.map(({ service, name }) => `${service}.${name}`).join();
  await withProducer(platform, async (send) => {
    for (const { topic, key, value, id } of facts)
      await send(topic, { key, value, headers: { id, [PROJECTIONS_HEADER]: names } });
  });
  const left = await drain(platform, store, await store.mark());
  if (left.length > 0) throw new Error(`not told to the end: ${left.join(', ')}`);
}
