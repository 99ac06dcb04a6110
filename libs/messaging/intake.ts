import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import { failpoint } from './failpoint.js';
import { Watermark } from './watermark.js';

export interface TopicIntake {
  /** Records taken and not finished at which the topic is paused; it resumes at half of that. */
  limit: number;
  /** Starts the work of one record; `finish` is called once, when it is done for good. Must not throw. */
  take: (record: KafkaMessage, finish: () => void, partition: number) => void;
}

export interface IntakeOptions {
  kafka: Kafka;
  groupId: string;
  topics: Map<string, TopicIntake>;
  log: Logger;
  fromBeginning: boolean;
  sessionTimeoutMs: number;
  /** Called when the consumer has stopped for good; the process must end, its supervisor starts it again. */
  onCrash: (error: Error) => void;
}

const COMMIT_EVERY_MS = 500;
const EXPELLED_TIMES = 10;
/** Open records of a topic from which on fetches are spaced out: naps of so long, and so many at most. */
const DEEP = 24;
const NAP_MS = 10;
const NAPS = 3;

/**
 * One consumer for all topics of a service. Batches are handed out at once, never waited for: a topic with too much
 * open work is paused alone. Finished offsets are committed on a timer, off the hot path.
 */
export class Intake {
  private readonly consumer: Consumer;
  private readonly marks = new Map<string, Watermark>();
  private readonly open = new Map<string, number>();
  private readonly paused = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private generation = 0;
  /** Commits in a row of which the group said that they come from no member of it. */
  private expelled = 0;
  private stopping = false;
  private lastBeat = Date.now();
  assigned = false;

  constructor(private readonly options: IntakeOptions) {
    this.consumer = options.kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: 3_000,
      rebalanceTimeout: 60_000,
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: 64 * 1024,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 10 },
    });
  }

  /** Milliseconds of real time since the group last heard from this member. */
  get heartbeatAge(): number {
    return Date.now() - this.lastBeat;
  }

  async start(): Promise<void> {
    const { consumer, options } = this;
    consumer.on(consumer.events.HEARTBEAT, () => (this.lastBeat = Date.now()));
    consumer.on(consumer.events.GROUP_JOIN, () => this.joined());
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopping) options.onCrash(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics.keys()], fromBeginning: options.fromBeginning });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 16,
      eachBatch: (payload) => this.handOut(payload),
    });
    this.timer = setInterval(() => void this.commit(), COMMIT_EVERY_MS);
  }

  /** No further records; what is open goes on. Call `stop` when it has finished. */
  pauseAll(): void {
    this.stopping = true;
    this.consumer.pause([...this.options.topics.keys()].map((topic) => ({ topic })));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.commit();
    await this.consumer.disconnect();
  }

  private joined(): void {
    this.generation += 1;
    this.marks.clear();
    this.expelled = 0;
    this.lastBeat = Date.now();
    this.assigned = true;
  }

  private async handOut({ batch, resolveOffset, heartbeat }: EachBatchPayload): Promise<void> {
    const intake = this.options.topics.get(batch.topic);
    if (!intake || this.stopping) return;
    const { generation } = this;
    const mark = this.markOf(batch.topic, batch.partition);
    for (const record of batch.messages) {
      mark.take(record.offset);
      this.count(batch.topic, 1, intake.limit);
      const finish = () => {
        failpoint('after-apply');
        if (generation === this.generation) mark.finish(record.offset);
        this.count(batch.topic, -1, intake.limit);
      };
      intake.take(record, finish, batch.partition);
      // Moves the position of the next fetch only: with auto-commit off nothing is committed here.
      resolveOffset(record.offset);
    }
    // What is taken now only waits in another place: one fetch a while is enough for more of it.
    for (let naps = 0; naps < NAPS && (this.open.get(batch.topic) ?? 0) > DEEP; naps += 1) await sleep(NAP_MS);
    await heartbeat();
  }

  private markOf(topic: string, partition: number): Watermark {
    const key = `${topic}/${partition}`;
    const mark = this.marks.get(key) ?? new Watermark();
    this.marks.set(key, mark);
    return mark;
  }

  private count(topic: string, by: 1 | -1, limit: number): void {
    const open = (this.open.get(topic) ?? 0) + by;
    this.open.set(topic, open);
    if (open >= limit && !this.paused.has(topic)) {
      this.paused.add(topic);
      this.consumer.pause([{ topic }]);
    } else if (open <= limit / 2 && this.paused.has(topic) && !this.stopping) {
      this.paused.delete(topic);
      this.consumer.resume([{ topic }]);
    }
  }

  private async commit(): Promise<void> {
    const { generation } = this;
    const due = [...this.marks].flatMap(([key, mark]) => {
      const offset = mark.due();
      const cut = key.lastIndexOf('/');
      return offset === null ? [] : [{ mark, offset, topic: key.slice(0, cut), partition: Number(key.slice(cut + 1)) }];
    });
    if (due.length === 0) return;
    try {
      await this.consumer.commitOffsets(due.map(({ topic, partition, offset }) => ({ topic, partition, offset })));
      this.expelled = 0;
      if (generation === this.generation) for (const { mark, offset } of due) mark.commit(offset);
    } catch (error) {
      this.watchMembership(error);
      // A rebalance or a broker away: the records stay finished in the database, the next round commits them.
      this.options.log.warn({ err: error }, 'offsets not committed yet');
    }
  }

  /**
   * Seen after a broker's restart under load: kafkajs neither joined again nor gave up, and nothing was read any more.
   * The broker answers, the group goes on without this member, and no heartbeat has passed for two time-outs.
   */
  private watchMembership(error: unknown): void {
    const { onCrash, sessionTimeoutMs } = this.options;
    const type = error instanceof Error && 'type' in error ? error.type : null;
    if (type !== 'ILLEGAL_GENERATION' && type !== 'UNKNOWN_MEMBER_ID') return;
    this.expelled += 1;
    if (this.expelled < EXPELLED_TIMES || this.heartbeatAge < 2 * sessionTimeoutMs || this.stopping) return;
    onCrash(new Error('the consumer group goes on without this member'));
  }
}
