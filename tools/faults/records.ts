import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaMessage, Message } from 'kafkajs';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { PARTITIONER, assignedTopics, connectKafka } from '#libs/messaging/kafka.js';
import { groupsOf } from '#libs/messaging/topics.js';
import type { Platform } from '../platform/platform.js';
import { withAdmin } from './world.js';

/** Where a record stands. */
export interface Place {
  partition: number;
  offset: string;
}

export type Send = (topic: string, message: Message) => Promise<Place>;

/** A producer past the proxy, for one piece of work; `topic` is named without the platform's prefix. */
export async function withProducer<T>(
  { brokers, topicPrefix }: Platform,
  work: (send: Send) => Promise<T>,
): Promise<T> {
  const kafka = connectKafka({ brokers, clientId: 'faults' });
  const producer = kafka.producer({ createPartitioner: PARTITIONER, allowAutoTopicCreation: false });
  await producer.connect();
  try {
    return await work(async (topic, message) => {
      const [at] = await producer.send({ topic: `${topicPrefix}${topic}`, acks: -1, messages: [message] });
      if (at?.baseOffset === undefined) throw new Error(`the broker did not say where it put a record of ${topic}`);
      return { partition: at.partition, offset: at.baseOffset };
    });
  } finally {
    await producer.disconnect();
  }
}

/** The facts' topics that each service reads now, without the platform's prefix. */
export async function subscriptions(platform: Platform): Promise<Map<Service, string[]>> {
  const { topicPrefix: prefix } = platform;
  const services = new Map(SERVICES.map((service) => [groupsOf(prefix, service).facts, service]));
  return await withAdmin(platform, async (admin) => {
    const { groups } = await admin.describeGroups([...services.keys()]);
    return new Map(
      groups.flatMap(({ groupId, members }) => {
        const service = services.get(groupId);
        const assigned = members.flatMap(({ memberAssignment }) => assignedTopics(memberAssignment));
        return service ? [[service, [...new Set(assigned)].map((topic) => topic.slice(prefix.length))]] : [];
      }),
    );
  });
}

/** Hands over what is written to these topics from now on, for so long. */
export async function tail(
  { brokers, topicPrefix }: Platform,
  { topics, ms }: { topics: string[]; ms: number },
  take: (topic: string, message: KafkaMessage) => void,
): Promise<void> {
  const consumer = connectKafka({ brokers, clientId: 'faults' }).consumer({ groupId: `faults-${randomUUID()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: topics.map((topic) => `${topicPrefix}${topic}`), fromBeginning: false });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ topic, message }) => Promise.resolve(take(topic.slice(topicPrefix.length), message)),
    });
    await sleep(ms);
  } finally {
    await consumer.disconnect();
  }
}
