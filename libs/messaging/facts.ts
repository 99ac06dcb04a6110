import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { Actor } from '#libs/contracts/define.js';
import type { Fact } from '#libs/contracts/define.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { isInfrastructure, isTransient } from '#libs/persistence/infrastructure.js';
import type { Statement } from '#libs/persistence/statements.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import { WorkContext } from './context.js';
import { bury, park } from './dead-records.js';
import type { Outcome, TopicRecord } from './dead-records.js';
import { readJson } from './envelope.js';
import { failpoint } from './failpoint.js';
import { factsHandled } from './metrics.js';
import { countRebuilt, namedProjections } from './projections.js';
import { booksOf } from './runner.js';

export interface FactHandler {
  schema: z.ZodType;
  /** The projections that follow this fact, as `approvals.case_scope`. */
  projections: readonly string[];
  /** `only`: to the handlers of these projections and to no other. */
  handle: (fact: Fact, context: WorkContext, only?: readonly string[]) => Promise<unknown>;
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

/** A record as far as it could be read: the fact, who handles it, and the projections for which it is sent again. */
interface Readable {
  fact: Fact;
  handler: FactHandler;
  again: string[];
}

interface Begun {
  attempt: number;
  /** Applied before: it goes to the projections that are rebuilt and to nobody else. */
  done: boolean;
}

const TRIES = 6;
const BACK_OFF_MS = [50, 200, 1_000, 3_000, 10_000];
const WAIT_FOR_DATABASE_MS = 1_000;
const NAP_MS = 200;
const LAST = '9223372036854775807';

/**
 * Applies facts of other services, each once: inbox row and effect in one transaction. A fact whose handler keeps
 * failing becomes a dead record with its reason, and later facts of its aggregate wait behind it; others go on.
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

  /** True when the record is done for good, applied, dead or parked; false when the service stops first. Never rejects. */
  async consume(at: TopicRecord, stopped: () => boolean): Promise<boolean> {
    for (;;) {
      try {
        const outcome = await this.attempt(at, stopped);
        if (outcome.state === 'stopped') return false;
        if (await this.keep(at, outcome)) return true;
      } catch (error) {
        if (stopped()) return false;
        if (!isInfrastructure(error))
          this.log.error({ err: error, topic: at.topic }, 'a fact could not even be buried');
        await sleep(WAIT_FOR_DATABASE_MS);
      }
    }
  }

  /** Handles a record until it is settled, without writing down that it is dead; `number`: its own among the dead. */
  async attempt(at: TopicRecord, stopped: () => boolean, number = LAST): Promise<Outcome> {
    const read = this.read(at);
    if ('state' in read) return read;
    const { fact, again } = read;
    for (;;) {
      const begun = await this.begin(at, read, number);
      if (begun === null) return { state: 'waiting', fact, again: again.length > 0 };
      if (begun.done && again.length === 0) return { state: 'passed' };
      const { attempt } = begun;
      if (attempt > TRIES) return dead(fact, attempt - 1, `${attempt - 1}次处理均未成功,见日志`);
      const failure = await this.try(read, begun);
      if (failure === null) return { state: 'applied' };
      if (isTransient(failure)) {
        // Two facts of one case met at the same row: the same transaction succeeds a moment later.
        await sleep(Math.random() * 50);
        continue;
      }
      if (attempt >= TRIES) return dead(fact, attempt, String(failure));
      await nap((BACK_OFF_MS[attempt - 1] ?? 10_000) * (0.75 + Math.random() / 2), stopped);
      if (stopped()) return { state: 'stopped' };
    }
  }

  private read({ record }: TopicRecord): Readable | Outcome {
    const wire = Wire.safeParse(readJson(record.value));
    if (!wire.success) {
      return { state: 'dead', fact: null, attempts: 0, reason: `不是一条事实:${z.prettifyError(wire.error)}` };
    }
    const handler = this.handlers.get(wire.data.type);
    if (!handler) return { state: 'passed' };
    const data = handler.schema.safeParse(wire.data.data);
    if (!data.success) return dead(wire.data as Fact, 0, z.prettifyError(data.error));
    const again = namedProjections(record.headers).filter((name) => handler.projections.includes(name));
    return { fact: { ...wire.data, data: data.data } as Fact, handler, again };
  }

  /** Null when it was applied, otherwise why it was not; rejects while the infrastructure is away. */
  private async try(read: Readable, { attempt, done }: Begun): Promise<unknown> {
    const { id, type } = read.fact;
    try {
      await this.apply(read, done);
      this.lost.delete(id);
      return null;
    } catch (error) {
      if (isInfrastructure(error) || isTransient(error)) this.lost.set(id, (this.lost.get(id) ?? 0) + 1);
      else this.log.warn({ err: error, fact: type, id, attempt }, 'fact not applied');
      if (isInfrastructure(error)) throw error;
      return error;
    }
  }

  /**
   * Counts the attempt in a transaction of its own, so that a fact which kills the process is found out; a count that a
   * crash of the database loses is no loss. Null when an earlier fact of its aggregate is dead.
   */
  private async begin(
    { topic, record }: TopicRecord,
    { fact, again }: Readable,
    number: string,
  ): Promise<Begun | null> {
    const [row] = await this.source.query<{ attempts: number; done: boolean }[]>(
      `INSERT INTO inbox (event_id, type, attempts)
       SELECT $1, $2, 1 FROM set_config('synchronous_commit', 'off', true) WHERE NOT EXISTS (
         SELECT FROM dead_record
         WHERE topic = $3 AND key = $4 AND resolved_at IS NULL AND event_id IS NOT NULL AND number < $5)
       ON CONFLICT (event_id) DO UPDATE SET attempts = inbox.attempts + (inbox.done_at IS NULL OR $6)::integer
       RETURNING attempts, done_at IS NOT NULL AS done`,
      [fact.id, fact.type, topic, record.key, number, again.length > 0],
    );
    return row ? { attempt: row.attempts - (this.lost.get(fact.id) ?? 0), done: row.done } : null;
  }

  private async apply({ fact, handler, again }: Readable, done: boolean): Promise<void> {
    await inTransaction(this.source, async (em, sendLast) => {
      const [, count] = await em.query<[unknown[], number]>(
        `UPDATE inbox SET done_at = now(), attempts = 0
         WHERE event_id = $1 AND CASE WHEN $2 THEN done_at < 'infinity' ELSE done_at IS NULL END`,
        [fact.id, done],
      );
      if (count > 0) {
        for (const statement of await this.tell(em, { fact, handler }, done ? again : undefined)) sendLast(statement);
      }
      // Not changed, but done: discarded by an operator, who meant the projections too.
      if (again.length > 0 && (count > 0 || done)) sendLast(countRebuilt(again));
      failpoint('in-transaction');
    });
    failpoint('after-commit');
    this.committed();
  }

  /** What is left to be written of what the handlers did, and its books where there are any. */
  private async tell(
    em: EntityManager,
    { fact, handler }: Omit<Readable, 'again'>,
    only?: string[],
  ): Promise<Statement[]> {
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
    await handler.handle(fact, context, only);
    const { unsent, changes, facts } = context.close();
    return changes.length + facts.length > 0 ? [...unsent, booksOf(given, { answer: null, changes, facts })] : unsent;
  }

  /** False when the dead record it was to wait for is settled meanwhile. */
  private async keep(at: TopicRecord, outcome: Exclude<Outcome, { state: 'stopped' }>): Promise<boolean> {
    if (outcome.state === 'waiting' && !(await park(this.source, at, outcome))) return false;
    if (outcome.state === 'dead') {
      const { topic, partition, record } = at;
      this.log.error({ topic, partition, offset: record.offset, reason: outcome.reason }, 'dead record');
      await bury(this.source, at, outcome);
    }
    factsHandled.inc({ outcome: outcome.state });
    return true;
  }
}

const dead = (fact: Fact, attempts: number, why: string): Outcome => ({
  state: 'dead',
  fact,
  attempts,
  reason: `${fact.type}: ${why}`,
});

/** Sleeps in short naps, so that a shutdown never waits out a back-off. */
async function nap(ms: number, stopped: () => boolean): Promise<void> {
  for (let left = ms; left > 0 && !stopped(); left -= NAP_MS) await sleep(Math.min(left, NAP_MS));
}
