import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { Actor } from '#libs/contracts/define.js';
import type { Fact } from '#libs/contracts/define.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { isInfrastructure, isTransient } from '#libs/persistence/infrastructure.js';
import { WorkContext } from './context.js';
import { readJson } from './envelope.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import { keepBooks } from './runner.js';

export interface FactHandler {
  schema: z.ZodType;
  handle: (fact: Fact, context: WorkContext) => Promise<unknown>;
}

export interface TopicRecord {
  topic: string;
  partition: number;
  record: Pick<KafkaMessage, 'key' | 'value' | 'offset'>;
}

const Wire = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime({ offset: true }),
  actor: Actor,
  correlationid: z.string(),
  data: z.unknown(),
});

const TRIES = 6;
const BACK_OFF_MS = [50, 200, 1_000, 3_000, 10_000];
const WAIT_FOR_DATABASE_MS = 1_000;

/**
 * Applies facts of other services, each once: inbox row and effect in one transaction. A fact whose handler keeps
 * failing becomes a dead record with its reason; until then only its own aggregate waits.
 */
export class FactConsumer {
  /** Attempts that the database, not the fact, has failed: they do not count towards its burial. */
  private readonly lost = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    private readonly handlers: Map<string, FactHandler>,
    private readonly log: Logger,
    private readonly committed: () => void,
  ) {}

  /** True when the record is done for good, applied or dead; false when the service stops first. Never rejects. */
  async consume(at: TopicRecord, stopped: () => boolean): Promise<boolean> {
    for (;;) {
      try {
        await this.settle(at);
        return true;
      } catch (error) {
        if (stopped()) return false;
        if (!isInfrastructure(error))
          this.log.error({ err: error, topic: at.topic }, 'a fact could not even be buried');
        await sleep(WAIT_FOR_DATABASE_MS);
      }
    }
  }

  private async settle(at: TopicRecord): Promise<void> {
    const wire = Wire.safeParse(readJson(at.record.value));
    if (!wire.success) return await this.bury(at, `不是一条事实:${z.prettifyError(wire.error)}`);
    const handler = this.handlers.get(wire.data.type);
    if (!handler) return;
    const data = handler.schema.safeParse(wire.data.data);
    if (!data.success) return await this.bury(at, `${wire.data.type}: ${z.prettifyError(data.error)}`);
    await this.retry(at, { ...wire.data, data: data.data } as Fact, handler);
  }

  private async retry(at: TopicRecord, fact: Fact, handler: FactHandler): Promise<void> {
    for (;;) {
      const attempt = await this.begin(fact);
      if (attempt === null) return;
      if (attempt > TRIES) return await this.bury(at, `${fact.type}: ${attempt - 1}次处理均未成功,见日志`);
      try {
        await this.apply(fact, handler);
        this.lost.delete(fact.id);
        return;
      } catch (error) {
        if (isInfrastructure(error)) {
          this.lost.set(fact.id, (this.lost.get(fact.id) ?? 0) + 1);
          throw error;
        }
        if (isTransient(error)) {
          // Two facts of one case met at the same row: the same transaction succeeds a moment later.
          this.lost.set(fact.id, (this.lost.get(fact.id) ?? 0) + 1);
          await sleep(Math.random() * 50);
          continue;
        }
        this.log.warn({ err: error, fact: fact.type, id: fact.id, attempt }, 'fact not applied');
        if (attempt >= TRIES) return await this.bury(at, `${fact.type}: ${String(error)}`);
        await sleep((BACK_OFF_MS[attempt - 1] ?? 10_000) * (0.75 + Math.random() / 2));
      }
    }
  }

  /** Counts the attempt in a transaction of its own, so that a fact which kills the process is found out; null = done before. */
  private async begin(fact: Fact): Promise<number | null> {
    const rows = await this.source.query<{ attempts: number; done: boolean }[]>(
      `INSERT INTO inbox (event_id, type, attempts) VALUES ($1, $2, 1)
       ON CONFLICT (event_id) DO UPDATE SET attempts = inbox.attempts + 1
       RETURNING attempts, done_at IS NOT NULL AS done`,
      [fact.id, fact.type],
    );
    const [row] = rows;
    return !row || row.done ? null : row.attempts - (this.lost.get(fact.id) ?? 0);
  }

  private async apply(fact: Fact, handler: FactHandler): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const [, count] = await em.query<[unknown[], number]>(
        'UPDATE inbox SET done_at = now() WHERE event_id = $1 AND done_at IS NULL',
        [fact.id],
      );
      if (count === 0) return;
      const given = {
        messageId: fact.id,
        operation: fact.type,
        principal: { ...PLATFORM, name: fact.actor.name },
        now: new Date(fact.time),
        correlationId: fact.correlationid,
        ip: null,
        expectedVersion: null,
      };
      const context = new WorkContext(em, given);
      await handler.handle(fact, context);
      await keepBooks(em, given, { answer: null, ...(await context.close()) });
    });
    this.committed();
  }

  private async bury({ topic, partition, record }: TopicRecord, reason: string): Promise<void> {
    this.log.error({ topic, partition, offset: record.offset, reason }, 'dead record');
    await this.source.query(
      `INSERT INTO dead_record (topic, partition, record_offset, key, value, reason)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [topic, partition, record.offset, record.key, record.value, reason.slice(0, 2_000)],
    );
  }
}
