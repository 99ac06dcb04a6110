import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultCase } from './case.js';
import type { World } from './world.js';
import { withAdmin } from './world.js';

const GATEWAY_GIVES_UP_MS = 12_000;

/** All that callers were told since `count` replies. */
const toldSince = ({ caller: { journal } }: World, since: Date): (number | null)[] =>
  [...journal.replies.values()]
    .flat()
    .filter(({ at }) => at >= since)
    .map(({ status }) => status);

/** Faults 9–15: the broker goes, is slow, or says nothing; services and partitions come and go. */
export const brokerFaults: readonly FaultCase[] = [
  {
    number: 9,
    name: ['Kafka 被杀后重启', 'broker killed and restarted'],
    short: true,
    inject: async ({ platform }) => {
      platform.kill('kafka');
      await sleep(1_000);
      await platform.ready('kafka');
    },
  },
  {
    number: 10,
    name: ['Kafka 停机期间仍有写入', 'broker down while callers write'],
    inject: async (world) => {
      const kafka = world.platform.child('kafka');
      await kafka.halt('SIGKILL');
      const since = new Date();
      await sleep(GATEWAY_GIVES_UP_MS);
      const told = toldSince(world, since);
      kafka.resume();
      await world.platform.ready('kafka');
      if (!told.some((status) => status === 503 || status === 202)) {
        throw new Error(`nobody was told 503 or 202 while the broker was down: ${told.join(' ')}`);
      }
    },
  },
  {
    number: 11,
    name: ['Kafka 的确认始终不返回', 'acknowledgements never return'],
    inject: async ({ proxies: { kafka } }) => {
      kafka.toxic = { swallow: 'down' };
      await sleep(6_000);
      kafka.heal();
    },
  },
  {
    number: 12,
    name: ['与 Kafka 的连接半开', 'half-open connections to the broker'],
    inject: async ({ proxies: { kafka } }) => {
      kafka.toxic = { swallow: 'both' };
      await sleep(GATEWAY_GIVES_UP_MS);
      kafka.heal();
    },
  },
  {
    number: 13,
    name: ['Kafka 延迟 500 毫秒并不断重置', '500 ms latency and resets'],
    inject: async ({ proxies: { kafka }, random }) => {
      const resets = 4;
      kafka.toxic = { latencyMs: 250 };
      for (let time = 0; time < resets; time += 1) {
        await sleep(random.between(1_500, 3_500));
        kafka.cut();
      }
      kafka.heal();
      return resets;
    },
  },
  {
    number: 14,
    name: ['服务由 1 个到 4 个再到 1 个', 'services scaled 1→4→1'],
    inject: async ({ platform }) => {
      const names = ['approvals-2', 'approvals-3', 'approvals-4'];
      const more = await Promise.all(names.map((name) => platform.another('approvals', name)));
      await sleep(2_000);
      for (const child of more) await child.halt();
    },
  },
  {
    number: 15,
    name: ['负载下增加分区', 'partitions added under load'],
    inject: async ({ platform }) => {
      const topics = ['projects.commands', 'case.events.v1'].map((name) => `${platform.topicPrefix}${name}`);
      await withAdmin(platform, async (admin) => {
        const topicPartitions = topics.map((topic) => ({ topic, count: 8 }));
        await admin.createPartitions({ topicPartitions });
      });
      await sleep(8_000);
    },
  },
];
