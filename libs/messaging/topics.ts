import { ALL_STREAMS } from '#libs/contracts/all.js';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { connectKafka } from './kafka.js';

export const commandTopic = (prefix: string, service: Service): string => `${prefix}${service}.commands`;
export const queryTopic = (prefix: string, service: Service): string => `${prefix}${service}.queries`;
export const replyTopic = (prefix: string, service: Service, instance: string): string =>
  `${prefix}${service}.replies.${instance}`;

/** Only topics of this form are answered to: a record cannot name another place for its reply. */
export const isReplyTopic = (prefix: string, topic: string): boolean =>
  topic.startsWith(prefix) && /^(gateway|notify)\.replies\.[a-z0-9-]{1,64}$/.test(topic.slice(prefix.length));

export const REPLY_RETENTION_MS = 5 * 60_000;
const PARTITIONS = 6;
const FACT_RETENTION_MS = 90 * 24 * 3_600_000;

export interface TopicPlan {
  brokers: string[];
  prefix: string;
  /** Copies of every record: 1 on one broker, 3 in production (then two must have it before it counts). */
  replication?: number;
}

/** Creates what is missing of the commands, queries and facts topics; the broker never creates one by itself. */
export async function ensureTopics({ brokers, prefix, replication = 1 }: TopicPlan): Promise<void> {
  const admin = connectKafka({ brokers, clientId: 'topics' }).admin();
  await admin.connect();
  try {
    const owners = SERVICES.filter((service) => service !== 'gateway');
    const wanted = [
      ...owners.flatMap((service) => [commandTopic(prefix, service), queryTopic(prefix, service)]),
      ...ALL_STREAMS.map(({ topic }) => `${prefix}${topic}`),
    ];
    const existing = new Set(await admin.listTopics());
    const configEntries = [
      { name: 'min.insync.replicas', value: String(Math.min(2, replication)) },
      { name: 'unclean.leader.election.enable', value: 'false' },
    ];
    const retention = (topic: string) =>
      topic.endsWith('.events.v1') ? [{ name: 'retention.ms', value: String(FACT_RETENTION_MS) }] : [];
    const topics = wanted
      .filter((topic) => !existing.has(topic))
      .map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        replicationFactor: replication,
        configEntries: [...configEntries, ...retention(topic)],
      }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}
