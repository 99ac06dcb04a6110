import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v5 as uuidV5 } from 'uuid';
import { Fail, fail } from '#libs/contracts/errors.js';
import type { ErrorCode, ErrorParams } from '#libs/contracts/errors.js';
import type { Principal } from '#libs/identity/principal.js';
import { prepared } from './database.js';

export interface Asked {
  operation: string;
  principal: Principal;
  input: object;
  key: string | undefined;
  ip: string;
}

/** The open transaction of one command. */
export interface Work {
  client: pg.PoolClient;
  principal: Principal;
  messageId: string;
  now: Date;
}

interface Audited {
  entity: string;
  entityId: string;
  before: object | null;
  after: object;
}

/** What a command did, for the last statement of its transaction. */
export interface Done<T> {
  output: T;
  changes: Audited[];
  facts: { eventId: string; topic: string; key: string; value: object }[];
}

type Answer<T> = { status: 'done'; output: T } | { status: 'refused'; code: ErrorCode; params: ErrorParams };

const NAMESPACE = '6f2c7c8e-3c1e-5d8a-9a42-0c8d7f3b1e55';

const CLAIM = prepared(
  'claim',
  `INSERT INTO command_answer (id, operation, account_id, body_hash, business_time)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING RETURNING 1`,
);
const SEEN = prepared('seen', 'SELECT answer, body_hash FROM command_answer WHERE id = $1');
const BOOKS = prepared(
  'books',
  `WITH answered AS (UPDATE command_answer SET answer = $2 WHERE id = $1),
   told AS (
     INSERT INTO outbox (event_id, topic, key, value)
     SELECT (f->>'eventId')::uuid, f->>'topic', f->>'key', f->'value' FROM jsonb_array_elements($3::jsonb) AS f)
   INSERT INTO audit_record
     (message_id, operation, account_id, actor, ip, correlation_id, business_time, entity, entity_id, before, after)
   SELECT $1::uuid, $5, $6, $7, $8, $9, $10::timestamptz, c->>'entity', (c->>'entityId')::uuid, c->'before', c->'after'
   FROM jsonb_array_elements($4::jsonb) AS c`,
);

/** Applies a command once, in one transaction with its answer; a refusal is rolled back and then stored, too. */
export async function applyOnce<T>(
  pool: pg.Pool,
  asked: Asked,
  rule: (work: Work) => Promise<Done<T>>,
): Promise<Answer<T>> {
  try {
    return await inTransaction(pool, asked, rule);
  } catch (error) {
    if (!(error instanceof Fail)) throw error;
    return await inTransaction<T>(pool, asked, () => Promise.resolve(error));
  }
}

async function inTransaction<T>(
  pool: pg.Pool,
  asked: Asked,
  rule: (work: Work) => Promise<Done<T> | Fail>,
): Promise<Answer<T>> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const answer = await answered(client, asked, rule);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function answered<T>(
  client: pg.PoolClient,
  { operation, principal, input, key, ip }: Asked,
  rule: (work: Work) => Promise<Done<T> | Fail>,
): Promise<Answer<T>> {
  const { accountId, name } = principal;
  const messageId = key === undefined ? randomUUID() : uuidV5(JSON.stringify([accountId, operation, key]), NAMESPACE);
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const now = new Date();
  const claimed = await client.query(CLAIM(messageId, operation, accountId, bodyHash, now));
  if (claimed.rowCount === 0) return await earlier(client, messageId, bodyHash);

  const result = await rule({ client, principal, messageId, now });
  const refused = result instanceof Fail;
  const answer: Answer<T> = refused
    ? { status: 'refused', code: result.code, params: result.params }
    : { status: 'done', output: result.output };
  const { facts, changes } = refused ? { facts: [], changes: [] } : result;
  const books = [JSON.stringify(answer), JSON.stringify(facts), JSON.stringify(changes)];
  await client.query(BOOKS(messageId, ...books, operation, accountId, name, ip, messageId, now));
  return answer;
}

async function earlier<T>(client: pg.PoolClient, messageId: string, bodyHash: string): Promise<Answer<T>> {
  const { rows } = await client.query<{ answer: Answer<T>; body_hash: string }>(SEEN(messageId));
  const [row] = rows;
  if (row?.body_hash !== bodyHash) throw fail('idempotency_key_reused');
  return row.answer;
}
