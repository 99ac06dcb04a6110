import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource, QueryRunner } from 'typeorm';
import { failpoint } from './failpoint.js';
import type { BatchingProducer } from './producer.js';

const BATCH = 500;
/** The broker refuses a record batch of more than 1 MiB; keys and headers take their part of it. */
const BATCH_BYTES = 800_000;
const POLL_MS = 500;

interface Unpublished {
  seq: string;
  event_id: string;
  topic: string;
  key: string;
  value: string;
}

/**
 * Carries facts from the outbox to Kafka. One leader a service, by an advisory lock on a connection of its own; rows are
 * marked as published, never followed by id, because a late commit may carry a lower one.
 */
export class Relay {
  private wake: (() => void) | undefined;
  private nudged = false;
  private stopping = false;
  private done: Promise<void> | undefined;
  leading = false;

  constructor(
    private readonly source: DataSource,
    private readonly producer: Pick<BatchingProducer, 'send'>,
    private readonly prefix: string,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.done = this.loop();
  }

  /** There is probably something to carry; called after every commit. */
  nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.nudge();
    await this.done;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const runner = this.source.createQueryRunner();
      try {
        await this.lead(runner);
      } catch (error) {
        this.log.warn({ err: error }, 'relay interrupted');
        await sleep(POLL_MS);
      } finally {
        this.leading = false;
        await this.giveUp(runner);
      }
    }
  }

  private async lead(runner: QueryRunner): Promise<void> {
    const [lock] = (await runner.query(
      `SELECT pg_try_advisory_lock(hashtext(current_schema || '.relay')) AS mine`,
    )) as {
      mine: boolean;
    }[];
    if (!lock?.mine) return void (await this.pause(2_000));
    this.leading = true;
    while (!this.stopping) {
      this.nudged = false;
      const more = await this.carry(runner);
      // A commit during the carrying may have come too late for it.
      if (!more && !this.nudged) await this.pause(POLL_MS);
    }
    await this.carry(runner);
  }

  /** True when there is certainly more to carry. */
  private async carry(runner: QueryRunner): Promise<boolean> {
    const waiting = (await runner.query(
      `SELECT seq, event_id, topic, key, value::text AS value FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT ${BATCH}`,
    )) as Unpublished[];
    if (waiting.length === 0) return false;
    const rows = withinBytes(waiting, BATCH_BYTES);
    await Promise.all(
      rows.map(({ topic, key, value, event_id }) =>
        this.producer.send(`${this.prefix}${topic}`, { key, value, headers: { id: event_id } }),
      ),
    );
    failpoint('after-send');
    await runner.query('UPDATE outbox SET published_at = now() WHERE seq = ANY($1)', [rows.map(({ seq }) => seq)]);
    return waiting.length === BATCH || rows.length < waiting.length;
  }

  private async pause(ms: number): Promise<void> {
    const timer = new AbortController();
    await Promise.race([
      sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined),
      new Promise<void>((resolve) => (this.wake = resolve)),
    ]);
    timer.abort();
    this.wake = undefined;
  }

  private async giveUp(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('SELECT pg_advisory_unlock_all()');
    } catch (error) {
      // The connection is gone, and with it the lock.
      this.log.debug({ err: error }, 'relay connection lost');
    }
    await runner.release();
  }
}

/** The first rows whose values are no more than so many bytes together; the first one in any case. */
export function withinBytes<T extends { value: string }>(rows: T[], most: number): T[] {
  let bytes = 0;
  const end = rows.findIndex(({ value }, index) => (bytes += Buffer.byteLength(value)) > most && index > 0);
  return end === -1 ? rows : rows.slice(0, end);
}
