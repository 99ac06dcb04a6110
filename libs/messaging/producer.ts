import type { Message, Producer, TopicMessages } from 'kafkajs';

interface Waiting {
  topic: string;
  message: Message;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** No broker could be reached, and nothing was handed over: the record is certainly not in the log. */
export class Unsent extends Error {}

/** So many are worth a request without gathering any longer. */
const ENOUGH = 8;

/**
 * Coalesces what is sent while the last request is on its way into one request, acknowledged by all in-sync replicas.
 * One request at a time: with more, a retry could put an older record behind a newer one.
 */
export class BatchingProducer {
  private waiting: Waiting[] = [];
  private sending = false;
  private doubtful = false;
  private enough: () => void = () => undefined;

  constructor(
    private readonly producer: Producer,
    /** Milliseconds to gather at most before a request; asked before each, because only who is busy gains by waiting. */
    private readonly gather: () => number = () => 0,
    private readonly maxBytes = 900_000,
  ) {}

  send(topic: string, message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ topic, message, resolve, reject });
      if (!this.sending) void this.drain();
      else if (this.waiting.length >= ENOUGH) this.enough();
    });
  }

  private async drain(): Promise<void> {
    this.sending = true;
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const ms = this.gather();
      if (ms > 0 && this.waiting.length < ENOUGH) await this.gathered(ms);
      const batch = this.waiting.splice(0, this.fitting());
      try {
        await this.request(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.sending = false;
  }

  /**
   * After a failure first sees that there is a broker: kafkajs connects again by itself when a request fails on its way,
   * and tells only that no connection could be made, though the request may have been written.
   */
  private async request(batch: Waiting[]): Promise<void> {
    if (this.doubtful) {
      await this.producer.connect().catch((cause: unknown) => {
        throw new Unsent('no broker to send to', { cause });
      });
    }
    this.doubtful = true;
    await this.producer.sendBatch({ acks: -1, topicMessages: byTopic(batch) });
    this.doubtful = false;
  }

  private gathered(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.enough = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** As many as the broker takes in one request (1 MiB by default) whichever partition they are for; at least one. */
  private fitting(): number {
    let bytes = 0;
    const end = this.waiting.findIndex(({ message }, at) => (bytes += mostBytes(message)) > this.maxBytes && at > 0);
    return end === -1 ? this.waiting.length : end;
  }
}

const HEADERS_BYTES = 2_000;
/** Without counting them: a character takes three bytes at most, or two halves of one four. */
const mostBytes = ({ value }: Message): number => 3 * (value?.length ?? 0) + HEADERS_BYTES;

function byTopic(batch: Waiting[]): TopicMessages[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, message } of batch) {
    const messages = topics.get(topic);
    if (messages) messages.push(message);
    else topics.set(topic, [message]);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}
