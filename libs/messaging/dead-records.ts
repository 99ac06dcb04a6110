import { isUtf8 } from 'node:buffer';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { DataSource, EntityManager } from 'typeorm';
import type { Fact } from '#libs/contracts/define.js';

export interface TopicRecord {
  topic: string;
  partition: number;
  record: Pick<KafkaMessage, 'key' | 'value' | 'offset'> & { headers?: IHeaders | undefined };
}

/** What became of a record: `passed` = nothing to do here or done before, `waiting` = behind a dead one of its aggregate. */
export type Outcome =
  | { state: 'applied' | 'passed' | 'stopped' }
  /** `again`: it is sent for a projection too, done or not. */
  | { state: 'waiting'; fact: Fact; again: boolean }
  | { state: 'dead'; fact: Fact | null; reason: string; attempts: number };

/** Of the facts of one aggregate that are not settled; a record that is no fact holds nobody up. */
const OPEN = 'topic = $1 AND key = $2 AND resolved_at IS NULL AND event_id IS NOT NULL';
const INTO =
  'INTO dead_record (topic, key, partition, record_offset, value, headers, event_id, type, attempts, state, reason)';
const behind = (number: string): string => `'排在第 ' || ${number} || ' 号之后'`;

const columns = ({ topic, partition, record }: TopicRecord, fact: Fact | null): unknown[] => [
  topic,
  record.key,
  partition,
  record.offset,
  record.value,
  JSON.stringify(textOf(record.headers)),
  fact?.id ?? null,
  fact?.type ?? null,
];

/** Keeps what could not be handled. Its inbox row goes: a fact that waits for a decision is not one being tried. */
export async function bury(
  source: DataSource,
  at: TopicRecord,
  { fact, reason, attempts }: Extract<Outcome, { state: 'dead' }>,
): Promise<void> {
  await source.query(
    `WITH buried AS (INSERT ${INTO} VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'dead', $10) ON CONFLICT DO NOTHING)
     DELETE FROM inbox WHERE event_id = $7::uuid AND done_at IS NULL`,
    [...columns(at, fact), attempts, shortened(reason)],
  );
}

/**
 * Lets a fact wait behind the dead one of its aggregate, unless it was done before. False when nothing is ahead of it
 * any more. The lock keeps the one ahead from being settled without this one being seen.
 */
export async function park(
  source: DataSource,
  at: TopicRecord,
  { fact, again }: Extract<Outcome, { state: 'waiting' }>,
): Promise<boolean> {
  const ahead = await source.query<unknown[]>(
    `WITH ahead AS MATERIALIZED (SELECT number FROM dead_record WHERE ${OPEN} ORDER BY number LIMIT 1 FOR SHARE),
     parked AS (
       INSERT ${INTO}
       SELECT $1, $2, $3::integer, $4::bigint, $5::bytea, $6::jsonb, $7::uuid, $8, 0, 'waiting', ${behind('number')} FROM ahead
       WHERE $9 OR NOT EXISTS (SELECT FROM inbox WHERE event_id = $7::uuid AND done_at IS NOT NULL)
       ON CONFLICT DO NOTHING)
     SELECT 1 FROM ahead`,
    [...columns(at, fact), again],
  );
  return ahead.length > 0;
}

export interface Redriven extends TopicRecord {
  id: string;
  number: string;
}

/** The first record that is to be handled again and that no other instance is handling; held until the transaction ends. */
export async function claimRedriven(em: EntityManager): Promise<Redriven | null> {
  interface Found {
    id: string;
    number: string;
    topic: string;
    partition: number;
    record_offset: string;
    key: Buffer | null;
    value: Buffer | null;
    headers: Record<string, string>;
  }
  const [found] = await em.query<Found[]>(
    `SELECT id, number, topic, partition, record_offset, key, value, headers FROM dead_record
     WHERE state = 'redriven' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  if (!found) return null;
  const { id, number, topic, partition, record_offset: offset, key, value, headers } = found;
  return { id, number, topic, partition, record: { key, value, offset, headers } };
}

/** Writes down how the second life of a record ended; once it is settled, the next of its aggregate has its turn. */
export async function settleRedriven(
  em: EntityManager,
  { id, topic, record }: Redriven,
  outcome: Outcome,
): Promise<void> {
  switch (outcome.state) {
    case 'stopped':
      return;
    case 'applied':
    case 'passed':
      await em.query("UPDATE dead_record SET state = 'applied', resolved_at = now() WHERE id = $1", [id]);
      return await release(em, topic, record.key);
    case 'waiting':
      await em.query("UPDATE dead_record SET state = 'waiting' WHERE id = $1", [id]);
      return;
    case 'dead':
      await em.query(
        `WITH again AS (
           UPDATE dead_record SET state = 'dead', reason = $4, attempts = $5, died_at = now() WHERE id = $3 RETURNING number),
         forgotten AS (DELETE FROM inbox USING dead_record d WHERE d.id = $3 AND inbox.event_id = d.event_id AND done_at IS NULL)
         UPDATE dead_record SET reason = ${behind('again.number')} FROM again WHERE ${OPEN} AND state = 'waiting'`,
        [topic, record.key, id, shortened(outcome.reason), outcome.attempts],
      );
  }
}

/** The first that still waits of this aggregate is handled next; nothing when a dead one is ahead of it. */
export async function release(em: EntityManager, topic: string, key: Buffer | null): Promise<void> {
  await em.query(
    `UPDATE dead_record SET state = 'redriven'
     WHERE number = (SELECT min(number) FROM dead_record WHERE ${OPEN}) AND state = 'waiting'`,
    [topic, key],
  );
}

const shortened = (reason: string): string => printable(Buffer.from(reason)).slice(0, 2_000);

const textOf = (headers: IHeaders = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      printable(Buffer.from(name)),
      [value ?? []]
        .flat()
        .map((one) => printable(Buffer.from(one)))
        .join(','),
    ]),
  );

/** Bytes as text a person can read and PostgreSQL can store: whatever does not print is written as its code. */
export function printable(bytes: Buffer): string {
  if (!isUtf8(bytes)) return bytes.toString('latin1').replace(/[^\x20-\x7e]/g, (byte) => `\\x${hex(byte, 2)}`);
  return bytes.toString().replace(/[^\P{C}\n]/gu, (character) => `\\u{${hex(character, 1)}}`);
}

const hex = (character: string, digits: number): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
