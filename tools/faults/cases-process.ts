import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '#libs/contracts/define.js';
import type { Failpoint } from '#libs/messaging/failpoint.js';
import { until } from '../platform/network.js';
import type { FaultCase } from './case.js';
import type { World } from './world.js';
import { StandIn } from './stand-in.js';

const OWNERS = ['projects', 'agents', 'approvals', 'notify'] as const;
const ALL: readonly Service[] = [...OWNERS, 'gateway'];
const DIES_WITHIN_MS = 60_000;
/** Longer than the platform's services wait for a silent member of their group. */
const PAST_THE_SESSION_MS = 13_000;

/** Starts a service anew with a failpoint, waits until it has died of it and is back. */
async function dieAt({ platform, random }: World, service: Service, at: Failpoint, most: number): Promise<void> {
  const child = platform.child(service);
  await child.halt();
  child.resume({ FAILPOINT: `${at}:${Math.ceil(random.between(1, most))}` });
  const died = await until(() => Promise.resolve(child.deaths > 0), DIES_WITHIN_MS);
  if (!died) throw new Error(`${service} never came to ${at}`);
  await platform.ready(service);
}

const failpoint = (number: number, at: Failpoint, services: readonly Service[], most = 8): FaultCase => ({
  number,
  name: [`在“${at}”处 kill -9`, `killed at ${at}`],
  inject: async (world) => {
    // The gateway's own transactions are few: it dies of one of its first.
    await Promise.all(services.map((service) => dieAt(world, service, at, service === 'gateway' ? 3 : most)));
    return services.length;
  },
});

/** All of them at once in the short selection, one a service. */
const AT_ONCE: readonly [Service, Failpoint][] = [
  ['projects', 'after-commit'],
  ['agents', 'in-transaction'],
  ['approvals', 'after-send'],
  ['notify', 'after-apply'],
];

/** Requests that were answered with 5xx or not at all. */
const troubles = ({ caller: { journal } }: World): number =>
  [...journal.replies.values()].flat().filter(({ status }) => status === null || status >= 500).length;

/** A handler that waits 3 s for a row somebody else holds, while its service is told to end. */
async function endSlowly({ platform, sql, cast }: World, service: Service): Promise<number> {
  const held = sql(
    `BEGIN; SELECT FROM projects.service_case WHERE id = '${cast.cases[0].id}' FOR UPDATE; SELECT pg_sleep(3); COMMIT`,
  );
  const since = Date.now();
  await platform.child(service).halt('SIGTERM');
  const took = Date.now() - since;
  platform.child(service).resume();
  await held;
  await platform.ready(service);
  return took;
}

/** Faults 1–8: processes that die, stop, or come twice. */
export const processFaults: readonly FaultCase[] = [
  {
    number: 1,
    name: ['各服务同时在不同位置 kill -9', 'each service killed at another failpoint'],
    short: true,
    inject: async (world) => {
      await Promise.all(AT_ONCE.map(([service, at]) => dieAt(world, service, at, 8)));
      return AT_ONCE.length;
    },
  },
  failpoint(1, 'in-transaction', ALL),
  failpoint(2, 'after-commit', ALL),
  failpoint(3, 'after-send', ['projects', 'agents', 'approvals']),
  failpoint(4, 'after-apply', OWNERS),
  failpoint(4, 'after-submit', ['notify'], 3),
  {
    number: 5,
    name: ['随机 kill -9 任一服务', 'any service killed at random'],
    short: true,
    inject: async ({ platform, random }) => {
      const times = 4;
      for (let time = 0; time < times; time += 1) {
        platform.kill(random.pick(ALL));
        await sleep(random.between(5_000, 8_000));
      }
      await Promise.all(ALL.map((service) => platform.ready(service)));
      return times;
    },
  },
  {
    number: 6,
    name: ['逐个重启(SIGTERM),处理缓慢', 'rolling restart by SIGTERM with a slow handler'],
    inject: async (world) => {
      const before = troubles(world);
      for (const service of OWNERS) {
        const took = await endSlowly(world, service);
        if (took > 25_000) throw new Error(`${service} took ${took} ms to end`);
      }
      const refused = troubles(world) - before;
      if (refused > 0) throw new Error(`${refused} requests were answered with 5xx or not at all`);
      return OWNERS.length;
    },
  },
  {
    number: 7,
    name: ['SIGSTOP 超过会话时限后 SIGCONT', 'stopped past the session time-out, then continued'],
    inject: async ({ platform }) => {
      const second = await platform.another('projects', 'projects-2');
      platform.kill('projects', 'SIGSTOP');
      await sleep(PAST_THE_SESSION_MS);
      platform.kill('projects', 'SIGCONT');
      await sleep(3_000);
      await second.halt();
    },
  },
  {
    number: 8,
    name: ['两个中继都以为自己领头', 'two relays that both believe they lead'],
    short: true,
    inject: async (world) => {
      const relays: StandIn[] = [];
      for (const service of ['projects', 'agents', 'approvals'] as const) {
        relays.push(await StandIn.beside(world, service));
      }
      await sleep(6_000);
      for (const relay of relays) await relay.stop();
    },
  },
];
