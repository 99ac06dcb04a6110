import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { Fail, fail, isErrorCode } from '#libs/contracts/errors.js';
import { isInfrastructure, isTransient, violatedConstraint } from '#libs/persistence/infrastructure.js';
import type { Statement } from '#libs/persistence/statements.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import type { SendLast } from '#libs/persistence/transaction.js';
import type { Change } from '#libs/persistence/work.js';
import { WorkContext } from './context.js';
import type { Circumstances, OutboxRow } from './context.js';
import type { Answer } from './envelope.js';
import { failpoint } from './failpoint.js';

interface Claim extends Circumstances {
  bodyHash: string;
}

/** What is known of an attempt when its last statements are answered. */
interface Attempt {
  /** Named by the handler, for the constraint that turns out to be violated. */
  refusalOf: (constraint: string) => Fail | undefined;
  /** There are facts for the relay. */
  tells: boolean;
}

interface Transaction {
  em: EntityManager;
  sendLast: SendLast;
}

const TRANSIENT_TRIES = 5;

/** The message was answered before: nothing of this attempt may stay. */
class AnsweredBefore extends Error {}

/**
 * Applies a command once: claim of the message id, rule, rows, facts, audit and answer in one transaction. A refusal is
 * an answer too and is stored before it is sent, so a redelivery can never succeed after its caller saw a refusal.
 */
export class CommandRunner {
  constructor(
    private readonly source: DataSource,
    private readonly log: Logger,
    private readonly committed: () => void,
  ) {}

  async run(claim: Claim, handle: (context: WorkContext) => Promise<unknown>): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const made: Attempt = { refusalOf: () => undefined, tells: false };
      try {
        const answer = await this.transaction((em, sendLast) => this.apply({ em, sendLast, made }, claim, handle));
        if (made.tells) this.committed();
        return answer;
      } catch (error) {
        if (isInfrastructure(error)) throw error;
        if (error instanceof AnsweredBefore) return await this.earlier(claim);
        const constraint = violatedConstraint(error);
        const conflict = constraint === null ? undefined : made.refusalOf(constraint);
        // A violated key without a refusal of its own is a lost race: the next try finds the row.
        if (!conflict && (isTransient(error) || constraint !== null) && attempt < TRANSIENT_TRIES) continue;
        const answer = conflict ? refused(conflict) : this.refusalOf(error, claim);
        return await this.refuse(claim, answer);
      }
    }
  }

  /** The stored answer of a message: null = never seen here. Another account's message is never seen. */
  async answerOf(messageId: string, accountId: string): Promise<Answer | null> {
    const rows = await this.source.query<{ answer: Answer }[]>(
      'SELECT answer FROM command_answer WHERE id = $1 AND account_id = $2',
      [messageId, accountId],
    );
    return rows[0]?.answer ?? null;
  }

  private async apply(
    { em, sendLast, made }: Transaction & { made: Attempt },
    claim: Claim,
    handle: (context: WorkContext) => Promise<unknown>,
  ): Promise<Answer> {
    const context = new WorkContext(em, claim);
    made.refusalOf = (constraint) => context.refusalOf(constraint);
    const claimed = this.claim(em, claim);
    // Before the claim is answered: the handler's first reads travel with it, behind it, and wait with it.
    const handled = handle(context);
    await Promise.allSettled([claimed, handled]);
    if (!(await claimed)) throw new AnsweredBefore();
    const answer: Answer = { status: 'done', output: await handled };
    const { unsent, changes, facts } = context.close();
    made.tells = facts.length > 0;
    for (const statement of [...unsent, booksOf(claim, { answer, changes, facts })]) sendLast(statement);
    return answer;
  }

  private async refuse(claim: Claim, answer: Answer): Promise<Answer> {
    const isMine = await this.transaction(async (em, sendLast) => {
      const taken = await this.claim(em, claim);
      if (taken) sendLast(booksOf(claim, { answer, changes: [], facts: [] }));
      return taken;
    });
    return isMine ? answer : await this.earlier(claim);
  }

  /** Takes the message id, waiting for whoever holds it; false when it was taken before. */
  private async claim(em: EntityManager, claim: Claim): Promise<boolean> {
    const { messageId, operation, principal, bodyHash, now } = claim;
    const taken = await em.query<unknown[]>(
      `INSERT INTO command_answer (id, operation, account_id, body_hash, business_time)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING RETURNING 1`,
      [messageId, operation, principal.accountId, bodyHash, now],
    );
    return taken.length > 0;
  }

  /** The answer that a message got before, if it had the same body. */
  private async earlier({ messageId, bodyHash }: Claim): Promise<Answer> {
    const [row] = await this.source.query<{ answer: Answer; body_hash: string }[]>(
      'SELECT answer, body_hash FROM command_answer WHERE id = $1',
      [messageId],
    );
    if (!row) throw new Error(`message ${messageId} was claimed and is gone`);
    return row.body_hash === bodyHash ? row.answer : refused(fail('idempotency_key_reused'));
  }

  private refusalOf(error: unknown, claim: Claim): Answer {
    if (error instanceof Fail) return refused(error);
    this.log.error({ err: error, operation: claim.operation, correlationId: claim.correlationId }, 'command failed');
    return refused(fail('internal'));
  }

  private async transaction<T>(task: (em: EntityManager, sendLast: SendLast) => Promise<T>): Promise<T> {
    const result = await inTransaction(this.source, async (em, sendLast) => {
      const done = await task(em, sendLast);
      failpoint('in-transaction');
      return done;
    });
    failpoint('after-commit');
    return result;
  }
}

export const refused = (error: Fail): Answer => {
  if (!isErrorCode(error.code)) throw new Error(`error code ${String(error.code)} is not in the table`);
  return { status: 'refused', code: error.code, params: error.params };
};

/** A violated constraint becomes the refusal that was named for it with `onConflict`. */
export async function refusingConflicts<T>(context: WorkContext, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const constraint = violatedConstraint(error);
    throw (constraint && context.refusalOf(constraint)) ?? error;
  }
}

interface Books {
  answer: Answer | null;
  changes: Change[];
  facts: OutboxRow[];
}

/** Answer, audit rows and outbox rows in one statement. */
export function booksOf(given: Circumstances, { answer, changes, facts }: Books): Statement {
  return {
    sql: BOOKS,
    params: [
      given.messageId,
      answer === null ? null : storable(answer),
      JSON.stringify(facts),
      JSON.stringify(changes),
      given.operation,
      given.principal.accountId,
      given.principal.name,
      given.ip,
      given.correlationId,
      given.now,
    ],
  };
}

// U+0000 or half of a surrogate pair as JSON writes it, but not a backslash that stands before the same letters.
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

/** What a caller sent may be told back in a refusal, and jsonb takes not every string that JSON can write. */
const storable = (answer: Answer): string => {
  const text = JSON.stringify(answer);
  return text.includes('\\u') ? text.replace(UNSTORABLE, '$1\ufffd') : text;
};

const BOOKS = `
  WITH answered AS (UPDATE command_answer SET answer = $2 WHERE id = $1),
  told AS (
    INSERT INTO outbox (event_id, topic, key, value)
    SELECT (f->>'eventId')::uuid, f->>'topic', f->>'key', f->'value'
    FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS t(f, n) ORDER BY n)
  INSERT INTO audit_record
    (message_id, operation, account_id, actor, ip, correlation_id, business_time, entity, entity_id, before, after)
  SELECT $1::uuid, $5, $6, $7, $8, $9, $10::timestamptz, c->>'entity', (c->>'entityId')::uuid, c->'before', c->'after'
  FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS t(c, n) ORDER BY n`;

/** Ends the work of a transaction that stores no answer: what is still to be written, then its books where there are any. */
export async function keepBooks(context: WorkContext, given: Circumstances): Promise<void> {
  await context.flush();
  const { changes, facts } = context.close();
  if (changes.length + facts.length === 0) return;
  const { sql, params } = booksOf(given, { answer: null, changes, facts });
  await context.em.query(sql, params);
}
