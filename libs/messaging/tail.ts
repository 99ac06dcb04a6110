import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, Kafka } from 'kafkajs';
import { ALL_STREAMS } from '#libs/contracts/streams.js';
import type { Service } from '#libs/contracts/define.js';
import { readJson } from './envelope.js';

/** News come this far apart: each fetch names every partition of every stream, and costs both sides for each. */
const BREATH_MS = 100;
/** More than a fetch of that time brings: they share one breath. */
const TOGETHER = 64;

export interface TailOptions {
  service: Service;
  prefix: string;
  kafka: Kafka;
  /** Called when nothing can be heard any more; the process must end, its supervisor starts it again. */
  onCrash: (error: Error) => void;
}

export interface Listener {
  /** Every fact of every stream, as JSON and unchecked: whoever applies it checks it. Must not throw. */
  heard: (fact: unknown) => void;
  /** Hearing has begun, or begun anew at the end: what was said meanwhile has been missed. */
  begun: () => void;
}

/** Hears every fact from now on, in each process that listens. Nothing is committed, kept or heard twice: for news, not for copies. */
export class FactTail {
  private readonly consumer: Consumer;
  private stopping = false;

  constructor(private readonly options: TailOptions) {
    const { kafka, prefix, service } = options;
    const groupId = `${prefix}${service}.tail.${randomUUID()}`;
    this.consumer = kafka.consumer({ groupId, sessionTimeout: 30_000, maxWaitTimeInMs: 500 });
  }

  /** Resolves when it hears. */
  async start({ heard, begun }: Listener): Promise<void> {
    const { consumer, options } = this;
    const hears = new Promise<void>((resolve) => {
      let joined = false;
      consumer.on(consumer.events.GROUP_JOIN, () => (joined = true));
      // The first fetch after joining knows where each topic ends.
      consumer.on(consumer.events.FETCH, () => {
        if (!joined) return;
        joined = false;
        begun();
        resolve();
      });
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopping) options.onCrash(payload.error);
    });
    await consumer.connect();
    const topics = ALL_STREAMS.map(({ topic }) => `${options.prefix}${topic}`);
    await consumer.subscribe({ topics, fromBeginning: false });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: TOGETHER,
      eachBatch: async ({ batch }) => {
        for (const { value } of batch.messages) heard(readJson(value));
        await sleep(BREATH_MS);
      },
    });
    await hears;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.consumer.disconnect();
  }
}
