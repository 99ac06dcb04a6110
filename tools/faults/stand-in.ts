import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from 'kafkajs';
import pg from 'pg';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';
import { connectKafka, PARTITIONER } from '#libs/messaging/kafka.js';
import { BatchingProducer } from '#libs/messaging/producer.js';
import { Relay } from '#libs/messaging/relay.js';
import { dataSourceOptions } from '#libs/persistence/data-source.js';
import type { World } from './world.js';

export type Sender = Pick<BatchingProducer, 'send'>;

/** The schema a stand-in finds itself in: its lock is another one, so it leads whoever else does. It holds nothing. */
const SCHEMA = 'stand_in';
const LATE_MS = 700;

/** The product's own relay run by this process, on a sender that may be broken. */
export class StandIn {
  private constructor(
    private readonly relay: Relay,
    private readonly close: () => Promise<void>,
  ) {}

  /** Carries a service's outbox beside the service's own relay: two that both believe they lead. */
  static async beside(
    { platform, sql }: World,
    service: Service,
    broken = (sender: Sender) => sender,
  ): Promise<StandIn> {
    await sql(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    const options = dataSourceOptions({ service, entities: [], migrations: [] }, String(platform.databaseUrl));
    const extra = { options: `-c search_path=${SCHEMA},${service}` };
    const source = await new DataSource({ ...options, extra } as typeof options).initialize();
    const kafka = connectKafka({ brokers: platform.brokers, clientId: 'stand-in' });
    const producer = kafka.producer({ createPartitioner: PARTITIONER, allowAutoTopicCreation: false });
    await producer.connect();
    const sender = broken(new BatchingProducer(producer));
    const relay = new Relay(source, sender, platform.topicPrefix, pino({ level: 'silent' }));
    relay.start();
    return new StandIn(relay, async () => {
      await producer.disconnect();
      await source.destroy();
    });
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await sleep(2 * LATE_MS); // what leaves late still leaves
    await this.close();
  }
}

/** Keeps a service's own relay from leading while `work` runs: takes its lock as soon as its connection is ended. */
export async function withoutRelay(world: World, service: Service, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: String(world.platform.databaseUrl) });
  await client.connect();
  try {
    const key = `hashtext('${service}.relay')`;
    const taken = client.query(`SELECT pg_advisory_lock(${key})`);
    await world.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND ((classid::bigint << 32) | objid::bigint) = ${key}::bigint`,
    );
    await taken;
    await work();
  } finally {
    await client.end();
  }
}

/** Three ways in which a relay could break its promise; each must be caught by the judge. */
export const BROKEN = {
  /** One in a thousand never leaves, and counts as sent. */
  drops: (sender: Sender): Sender => {
    let count = 0;
    return {
      send: async (topic, message) => {
        count += 1;
        if (count % 1_000 !== 500) await sender.send(topic, message);
      },
    };
  },
  /** One in fifty leaves late, when others of its aggregate have gone before it. */
  reorders: (sender: Sender): Sender => {
    let count = 0;
    return {
      send: async (topic, message) => {
        count += 1;
        if (count % 50 === 0) setTimeout(() => void sender.send(topic, message), LATE_MS);
        else await sender.send(topic, message);
      },
    };
  },
  /** One in ten leaves twice, under another id the second time, so that it is applied twice. */
  doubles: (sender: Sender): Sender => {
    let count = 0;
    return {
      send: async (topic, message) => {
        count += 1;
        await sender.send(topic, message);
        if (count % 10 === 0) await sender.send(topic, underAnotherId(message));
      },
    };
  },
};

function underAnotherId(message: Message): Message {
  const fact = JSON.parse(String(message.value)) as object;
  return { ...message, value: JSON.stringify({ ...fact, id: randomUUID() }) };
}
