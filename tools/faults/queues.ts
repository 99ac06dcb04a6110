import { SERVICES } from '#libs/contracts/define.js';
import { connectKafka } from '#libs/messaging/kafka.js';
import { groupsOf } from '#libs/messaging/topics.js';
import type { Platform } from '../platform/platform.js';
import { until } from '../platform/network.js';
import type { Mark, Store } from './store.js';

/** Records of the services' groups that are on their topics and not committed, as `projects.commands/3 12`. */
export async function lags({ brokers, topicPrefix }: Platform): Promise<string[]> {
  const admin = connectKafka({ brokers, clientId: 'faults' }).admin();
  await admin.connect();
  try {
    const behind: string[] = [];
    const groups = SERVICES.flatMap((service) => Object.values(groupsOf(topicPrefix, service)));
    for (const groupId of groups.filter((group) => group !== null)) {
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
        const ends = await admin.fetchTopicOffsets(topic);
        for (const { partition, offset } of partitions) {
          const end = ends.find((one) => one.partition === partition);
          const open = Number(end?.high ?? 0) - Math.max(Number(offset), Number(end?.low ?? 0));
          if (open > 0) behind.push(`${topic}/${partition} ${open}`);
        }
      }
    }
    return behind;
  } finally {
    await admin.disconnect();
  }
}

/** Waits until outboxes, inboxes, topics and the SMS queue are empty twice in a row; what is not, after `withinMs`. */
export async function drain(platform: Platform, store: Store, since: Mark, withinMs = 60_000): Promise<string[]> {
  let left: string[] = [];
  let quiet = 0;
  await until(async () => {
    left = await waiting(platform, store, since).catch((error: unknown) => [`not to be read: ${String(error)}`]);
    quiet = left.length === 0 ? quiet + 1 : 0;
    return quiet >= 2;
  }, withinMs);
  return left;
}

/** What has not come to its end; a dead record has, the judge speaks of it. */
async function waiting(platform: Platform, store: Store, since: Mark): Promise<string[]> {
  const rows = await store.open(since);
  return [...rows.filter((what) => !what.includes('dead_record')), ...(await lags(platform))];
}
