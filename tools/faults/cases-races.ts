import { randomUUID } from 'node:crypto';
import { editProject, getProject, recordVisit } from '#libs/contracts/projects.js';
import type { FaultCase } from './case.js';
import { during } from './during.js';
import type { Intent } from './journal.js';
import { kindOf } from './operations.js';
import { raceOfDecisions } from './race-decisions.js';
import type { World } from './world.js';

const PARALLEL = 100;

/** Faults 35–38: the same request often, another under its key, callers who leave, and callers who meet. */
export const raceFaults: readonly FaultCase[] = [
  {
    number: 35,
    name: ['同键百次并发', 'a hundred parallel requests with one key'],
    inject: async (world) => {
      for (const operation of [recordVisit.name, editProject.name]) {
        const intent = await intend(world, operation);
        const statuses = await Promise.all(Array.from({ length: PARALLEL }, () => world.caller.send(intent)));
        expectOnly(statuses, [200, 202]);
        const ids = new Set(world.caller.journal.repliesTo(intent).flatMap(({ id }) => id ?? []));
        if (ids.size > 1) throw new Error(`one key made ${[...ids].join(', ')}`);
      }
      return 2 * PARALLEL;
    },
  },
  {
    number: 36,
    name: ['同键不同内容', 'the same key with another body'],
    inject: (world) =>
      during(4_000, 0, async () => {
        const first = await intend(world, recordVisit.name);
        const mark = world.caller.nextMark();
        const other = {
          ...first,
          mark,
          trace: randomUUID().replaceAll('-', ''),
          input: { ...first.input, place: mark },
        };
        world.caller.journal.intend(other);
        const statuses = await Promise.all([first, other].map((intent) => world.caller.send(intent)));
        expectOnly(statuses, [200, 422]);
        if (statuses[0] === statuses[1]) throw new Error(`two bodies under one key: ${statuses.join(', ')}`);
        return 1;
      }),
  },
  {
    number: 37,
    name: ['请求途中客户端离开', 'the client gone in mid-request'],
    inject: (world) =>
      during(6_000, 0, async () => {
        const intents = await Promise.all(Array.from({ length: 20 }, () => intend(world, recordVisit.name)));
        await Promise.all(intents.map((intent) => world.caller.send(intent, Math.ceil(world.random.between(0, 30)))));
        return intents.length;
      }),
  },
  {
    number: 38,
    name: ['两人同时修改、版本过期', 'two people change one thing at once; a stale version'],
    inject: (world) =>
      during(5_000, 0, async () => {
        const client = world.cast.client('unit');
        const [{ projectId }] = world.cast.cases;
        const { version } = await client.call(getProject, { projectId });
        const edits = [version, version, version - 1].map((seen) => edit(world, projectId, seen));
        const statuses = await Promise.all(edits.map((intent) => world.caller.send(intent)));
        if (statuses.filter((status) => status === 200).length > 1) throw new Error(`both won: ${statuses.join(', ')}`);
        if (statuses[2] !== 412) throw new Error(`a stale version was answered with ${statuses[2]}`);
        return 1;
      }),
  },
  {
    number: 38,
    name: ['同时受理与撤件、批准与驳回与撤回', 'accept against cancel; grant against refuse against withdraw'],
    inject: raceOfDecisions,
  },
];

async function intend({ caller, random }: World, operation: string): Promise<Intent> {
  const kind = kindOf(operation);
  const mark = caller.nextMark();
  return caller.intend(kind, mark, await kind.plan(caller, mark, random));
}

function edit({ caller }: World, projectId: string, version: number): Intent {
  const mark = caller.nextMark();
  return caller.intend(kindOf(editProject.name), mark, { input: { projectId, landUse: mark }, version });
}

function expectOnly(statuses: (number | null)[], allowed: number[]): void {
  const others = statuses.filter((status) => status === null || !allowed.includes(status));
  if (others.length > 0)
    throw new Error(`${others.length} of ${statuses.length} answered ${[...new Set(others)].join(', ')}`);
}
