import { setTimeout as sleep } from 'node:timers/promises';
import { ALL_STREAMS } from '#libs/contracts/streams.js';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { connectKafka } from './kafka.js';

export const commandTopic = (prefix: string, service: Service): string => `${prefix}${service}.commands`;
export const queryTopic = (prefix: string, service: Service): string => `${prefix}${service}.queries`;

/**
 * The consumer groups of a service: what it is asked, and the facts it follows. Apart, because a fetch names every
 * partition of its group and costs both sides for each: who asks waits for it. The gateway is asked by nobody.
 */
export const groupsOf = (prefix: string, service: Service): { asked: string | null; facts: string } => ({
  asked: service === 'gateway' ? null : `${prefix}${service}`,
  facts: `${prefix}${service}.facts`,
});

/** The services that ask others. */
const ASKERS = ['gateway', 'notify'] as const;
/** An instance listens on one of its service's reply topics; two that chose the same one each skip what the other asked (ADR 0009). */
export const REPLY_TOPICS = 8;
const REPLY_RETENTION_MS = 5 * 60_000;
const REPLY_SEGMENT_BYTES = 16 * 1024 * 1024;

export const replyTopic = (prefix: string, service: Service, number: number): string =>
  `${prefix}${service}.replies.${number}`;

const replyTopics = (prefix: string): string[] =>
  ASKERS.flatMap((service) => Array.from({ length: REPLY_TOPICS }, (_, number) => replyTopic(prefix, service, number)));

/** Only these are answered to: a record cannot name another place for its reply, nor one that does not exist. */
export const isReplyTopic = (prefix: string, topic: string): boolean => replyTopics(prefix).includes(topic);

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
      ...replyTopics(prefix),
    ];
    const existing = new Set(await admin.listTopics());
    const configEntries = [
      { name: 'min.insync.replicas', value: String(Math.min(2, replication)) },
      { name: 'unclean.leader.election.enable', value: 'false' },
    ];
    const isReply = new Set(replyTopics(prefix));
    const topics = wanted
      .filter((topic) => !existing.has(topic))
      .map((topic) => ({
        topic,
        numPartitions: isReply.has(topic) ? 1 : PARTITIONS,
        replicationFactor: replication,
        configEntries: [...configEntries, ...retention(topic, isReply.has(topic))],
      }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: false });
    await untilKnown(() => admin.fetchTopicMetadata({ topics: wanted }));
  } finally {
    await admin.disconnect();
  }
}

function retention(topic: string, isReply: boolean): { name: string; value: string }[] {
  if (isReply) {
    return [
      { name: 'retention.ms', value: String(REPLY_RETENTION_MS) },
      { name: 'segment.bytes', value: String(REPLY_SEGMENT_BYTES) },
    ];
  }
  return topic.endsWith('.events.v1') ? [{ name: 'retention.ms', value: String(FACT_RETENTION_MS) }] : [];
}

const KNOWN_TRIES = 50;
const KNOWN_PAUSE_MS = 100;

/** Until the brokers that were just told of the topics know them and who leads them. */
async function untilKnown(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (attempt >= KNOWN_TRIES) throw error;
      await sleep(KNOWN_PAUSE_MS);
    }
  }
}
