import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Service } from '#libs/contracts/define.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { Operations, Told } from './operations.js';

const operator: Principal = { ...PLATFORM, accountId: 'op', kind: 'administrator', roles: ['administrator'] };
const RUNS = 8;

/** All rows of the tables but for the count of their changes, which says nothing of what they hold. */
async function contents({ source }: Operations, tables: string[]): Promise<unknown> {
  const rows = await Promise.all(
    tables.map((table) => source.query<unknown[]>(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY id`)),
  );
  return rows;
}

/** Some order in which each key keeps its own. */
const merged = (facts: Told[]): fc.Arbitrary<Told[]> => {
  const keyOf = ({ topic, value }: Told): string => `${topic}/${value.subject}`;
  return fc.shuffledSubarray(facts.map(keyOf), { minLength: facts.length }).map((turns) => {
    const left = [...facts];
    return turns.flatMap((turn) =>
      left.splice(
        left.findIndex((fact) => keyOf(fact) === turn),
        1,
      ),
    );
  });
};

/**
 * Tells the facts once, then rebuilds the projection from them in other orders of their keys; throws when the tables
 * ever differ, or when not every fact of the rebuild was counted. Returns what the tables hold.
 */
export async function rebuildInAnyOrder(
  app: Operations,
  service: Service,
  name: string,
  facts: Told[],
): Promise<unknown> {
  const { rebuildProjection, listProjections } = OPERATOR[service];
  for (const fact of facts) await app.tell(fact);
  const { items } = await app.run(listProjections, {}, operator);
  const { tables = [] } = items.find((item) => item.name === name) ?? {};
  const before = await contents(app, tables);
  await fc.assert(
    fc.asyncProperty(merged(facts), async (order) => {
      await app.run(rebuildProjection, { name }, operator);
      const emptied = await contents(app, tables);
      for (const fact of order) await app.tell(fact, `${service}.${name}`);
      const [rebuilt] = (await app.run(listProjections, {}, operator)).items.filter((item) => item.name === name);
      const same = isDeepStrictEqual(await contents(app, tables), before);
      return same && !isDeepStrictEqual(emptied, before) && rebuilt?.handled === facts.length;
    }),
    { numRuns: RUNS },
  );
  return before;
}
