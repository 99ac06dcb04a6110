import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource, QueryRunner } from 'typeorm';
import { failpoint } from './failpoint.js';
import type { BatchingProducer } from './producer.js';
import { PROJECTIONS_HEADER } from './projections.js';

const BATCH = 500;
/** The broker refuses a record batch of more than 1 MiB; keys and headers take their part of it. */
const BATCH_BYTES = 800_000;
const POLL_MS = 500;
const GATHER_MS = 10;

interface Unpublished {
  seq: string;
  event_id: string;
  topic: string;
  key: string;
  value: string;
  /** For which projections it is sent again. */
  projections: string[] | null;
}

interface Republication {
  id: string;
  since: Date;
  until: Date;
  facts: string[] | null;
  projection: string | null;
}

/** The facts of a republication, `$1` since and `$2` until by the time they were written, `$3` names of facts or of aggregates. */
export const OF_SPAN = `created_at >= $1 AND created_at < $2
  AND ($3::text[] IS NULL OR value->>'type' = ANY ($3) OR split_part(value->>'type', '.', 1) = ANY ($3))`;

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
    // A mark that a crash of the database loses is a fact sent twice, which every inbox is there for.
    await runner.query('SET synchronous_commit = off');
    for (let asked = 0; !this.stopping;) {
      this.nudged = false;
      if (Date.now() - asked >= POLL_MS) {
        while (await this.markAgain(runner));
        asked = Date.now();
      }
      const more = await this.carry(runner);
      // Not for every commit by itself: what a few milliseconds bring goes in one request.
      if (!this.stopping) await sleep(GATHER_MS);
      // A commit during the carrying may have come too late for it.
      if (!more && !this.nudged) await this.pause(POLL_MS);
    }
    await this.carry(runner);
  }

  /** True when there is certainly more to carry. */
  private async carry(runner: QueryRunner): Promise<boolean> {
    const waiting = (await runner.query(
      `SELECT seq, event_id, topic, key, value::text AS value, projections FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT ${BATCH}`,
    )) as Unpublished[];
    if (waiting.length === 0) return false;
    const rows = withinBytes(waiting, BATCH_BYTES);
    await Promise.all(
      rows.map(({ topic, key, value, event_id: id, projections }) => {
        const headers = projections ? { id, [PROJECTIONS_HEADER]: projections.join() } : { id };
        return this.producer.send(`${this.prefix}${topic}`, { key, value, headers });
      }),
    );
    failpoint('after-send');
    await runner.query('UPDATE outbox SET published_at = now(), projections = NULL WHERE seq = ANY($1)', [
      rows.map(({ seq }) => seq),
    ]);
    return waiting.length === BATCH || rows.length < waiting.length;
  }

  /**
   * Takes one republication that an operator has asked for; false when there is none. The relay does it itself, between two carries: nothing is
   * sent meanwhile, so that no fact overtakes an older one of its aggregate that is sent again.
   */
  private async markAgain(runner: QueryRunner): Promise<boolean> {
    const [asked] = (await runner.query('SELECT * FROM republication ORDER BY until, id LIMIT 1')) as Republication[];
    if (!asked) return false;
    const { id, since, until, facts, projection } = asked;
    await runner.query(
      `WITH taken AS (DELETE FROM republication WHERE id = $5)
       UPDATE outbox SET published_at = NULL, again_at = now(),
         projections = CASE WHEN $4::text IS NULL THEN projections ELSE array_append(projections, $4) END
       WHERE ${OF_SPAN}`,
      [since, until, facts, projection, id],
    );
    return true;
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
      await runner.query('RESET synchronous_commit');
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
