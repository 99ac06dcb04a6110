import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Service } from '#libs/contracts/define.js';
import { groupsOf } from '#libs/messaging/topics.js';
import { CLUSTER_ID } from '../platform/kafka.js';
import { until } from '../platform/network.js';
import { makeTopics } from '../platform/platform.js';
import type { FaultCase } from './case.js';
import { lags } from './queues.js';
import { withAdmin } from './world.js';
import type { World } from './world.js';

const OWNERS = ['projects', 'agents', 'approvals', 'notify'] as const;
const ALL: readonly Service[] = [...OWNERS, 'gateway'];
const CASE_EVENTS = 'case.events.v1';

/** Ends these services, does something to the log, starts them again; in this order. */
async function away({ platform }: World, services: readonly Service[], task: () => Promise<void>): Promise<void> {
  await Promise.all(services.map((service) => platform.child(service).halt()));
  await task();
  for (const service of services) platform.child(service).resume();
  await Promise.all(services.map((service) => platform.ready(service)));
}

/** More than a consumer can have been behind when it ended. */
const SPAN = '2 minutes';

/** What the operators' command leaves for the relays, also for those that are down: a generous span goes out once more. */
async function republish({ sql }: World): Promise<void> {
  for (const service of ALL) {
    await sql(
      `INSERT INTO ${service}.republication (id, since, until) VALUES (gen_random_uuid(), now() - interval '${SPAN}', now())`,
    );
  }
}

/** Commands that were accepted live in the log alone: they must be applied before it is thrown away. */
async function untilApplied({ platform, load }: World): Promise<void> {
  await load.stop();
  const applied = await until(async () => (await lags(platform)).length === 0, 30_000);
  if (!applied) throw new Error(`still open: ${(await lags(platform)).join(', ')}`);
}

async function recreate({ platform }: World, stream: string): Promise<void> {
  const topic = `${platform.topicPrefix}${stream}`;
  await withAdmin(platform, async (admin) => {
    await admin.deleteTopics({ topics: [topic] });
    await until(async () => !(await admin.listTopics()).includes(topic), 10_000);
  });
  await makeTopics(platform.brokers, platform.topicPrefix);
}

/** The broker on an empty folder, as after the loss of its disk. */
async function emptyBroker({ platform, folder }: World): Promise<void> {
  const kafka = platform.child('kafka');
  await kafka.halt('SIGKILL');
  rmSync(folder.at('kafka'), { recursive: true });
  const { command, args } = kafka.spec;
  const properties = args.at(-1) ?? '';
  const format = ['kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', properties];
  await promisify(execFile)(command, [...args.slice(0, -2), ...format]);
  kafka.resume();
  await platform.ready('kafka');
  await makeTopics(platform.brokers, platform.topicPrefix);
}

/** Faults 16–20: what the log should hold is gone. */
export const logFaults: readonly FaultCase[] = [
  {
    number: 16,
    name: ['消费位点被删除', 'consumer offsets deleted'],
    inject: async (world) => {
      const groups = Object.values(groupsOf(world.platform.topicPrefix, 'projects')).filter((group) => group !== null);
      await away(world, ['projects'], () =>
        withAdmin(world.platform, async (admin) => void (await admin.deleteGroups(groups))),
      );
    },
  },
  {
    number: 17,
    name: ['主题被删除后重建', 'topic recreated'],
    inject: async (world) => {
      await away(world, OWNERS, async () => {
        await recreate(world, CASE_EVENTS);
        await republish(world);
      });
    },
  },
  {
    number: 18,
    name: ['Kafka 的数据全部丢失', "Kafka's data lost"],
    inject: async (world) => {
      await sleep(2_000);
      await untilApplied(world);
      await away(world, ALL, () => emptyBroker(world));
      await republish(world);
      world.load.start();
    },
  },
  {
    number: 19,
    name: ['服务离开的时间比保留期长', 'a service away longer than the retention'],
    inject: async (world) => {
      const { platform } = world;
      const topic = `${platform.topicPrefix}${CASE_EVENTS}`;
      await away(world, ['notify', 'projects'], async () => {
        await sleep(3_000);
        await withAdmin(platform, async (admin) => {
          const ends = await admin.fetchTopicOffsets(topic);
          const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
          await admin.deleteTopicRecords({ topic, partitions });
        });
        // Asked for before they return: what they missed then comes before what is new.
        await republish(world);
      });
    },
  },
  {
    number: 20,
    name: ['任意顺序启动,缺主题,两个迁移者', 'any order, topics missing, two migrators'],
    inject: async (world) => {
      const { platform, random } = world;
      const order = ALL.map((service) => ({ service, at: random.next() })).toSorted((a, b) => a.at - b.at);
      await Promise.all(ALL.map((service) => platform.child(service).halt()));
      await withAdmin(platform, async (admin) => {
        await admin.deleteTopics({ topics: [`${platform.topicPrefix}pre-approval.events.v1`] });
      });
      for (const { service } of order) {
        platform.child(service).resume();
        await sleep(random.between(0, 1_000));
      }
      await Promise.all([1, 2].map(() => platform.migrate()));
      await Promise.all(ALL.map((service) => platform.ready(service)));
    },
  },
];
