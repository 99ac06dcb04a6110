import type { MessageHandler } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import type { Input, Service } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { operatorContracts } from '#libs/contracts/operator.js';
import type { QueryContext, WorkContext } from './context.js';
import { printable, release } from './dead-records.js';
import { emptyProjection, followedProjections, wireName } from './projections.js';
import type { Followed } from './projections.js';
import { OF_SPAN } from './relay.js';

type Contracts = ReturnType<typeof operatorContracts>;

interface DeadRow {
  id: string;
  number: string;
  state: 'dead' | 'waiting' | 'redriven' | 'applied' | 'discarded';
  topic: string;
  partition: number;
  record_offset: string;
  key: Buffer | null;
  event_id: string | null;
  type: string | null;
  reason: string;
  attempts: number;
  died_at: Date;
  resolved_at: Date | null;
  resolution: string | null;
}

const COLUMNS =
  'id, number, state, topic, partition, record_offset, key, event_id, type, reason, attempts, died_at, resolved_at, resolution';
const SHOWN_BYTES = 64 * 1024;
const OPEN = ['dead', 'waiting', 'redriven'];

/** What an operator may do with the messages of one service; every decision is audited like any other command. */
export class OperatorService {
  constructor(
    private readonly service: Service,
    private readonly followers: Map<string, MessageHandler[]>,
  ) {}

  async list({ em }: QueryContext, { page, pageSize, resolved }: Input<Contracts['listDeadRecords']>) {
    const which = `resolved_at IS ${resolved === 'true' ? 'NOT NULL' : 'NULL'}`;
    const [rows, [count]] = await Promise.all([
      em.query<DeadRow[]>(`SELECT ${COLUMNS} FROM dead_record WHERE ${which} ORDER BY number LIMIT $1 OFFSET $2`, [
        pageSize,
        (page - 1) * pageSize,
      ]),
      em.query<{ total: number }[]>(`SELECT count(*)::integer AS total FROM dead_record WHERE ${which}`),
    ]);
    return { items: rows.map(viewOf), total: count?.total ?? 0, page, pageSize };
  }

  async show({ em }: QueryContext, id: string) {
    const [row] = await em.query<(DeadRow & { headers: Record<string, string>; value: Buffer | null })[]>(
      `SELECT ${COLUMNS}, headers, substr(value, 1, ${SHOWN_BYTES}) AS value FROM dead_record WHERE id = $1`,
      [id],
    );
    if (!row) throw fail('not_found');
    return { ...viewOf(row), headers: row.headers, value: row.value && printable(row.value) };
  }

  /** The consumer takes it up within a second, with a fresh count of attempts. */
  async redrive(context: WorkContext, id: string) {
    const found = await lockDead(context.em, id);
    if (found.state === 'waiting') throw fail('dead_record_waits', { number: await aheadOf(context.em, found) });
    if (found.state !== 'dead') return decided(found);
    if (found.event_id === null) throw fail('dead_record_unreadable');
    await context.em.query("UPDATE dead_record SET state = 'redriven' WHERE id = $1", [id]);
    return audited(context, found, { state: 'redriven' });
  }

  /** Never handled again, also when its owner republishes it. */
  async discard(context: WorkContext, id: string, reason: string) {
    const { em } = context;
    const found = await lockDead(em, id);
    if (!OPEN.includes(found.state)) return decided(found);
    await em.query("UPDATE dead_record SET state = 'discarded', resolved_at = now(), resolution = $2 WHERE id = $1", [
      id,
      reason,
    ]);
    await em.query(
      `INSERT INTO inbox (event_id, type, done_at)
       SELECT event_id, type, 'infinity' FROM dead_record WHERE id = $1 AND event_id IS NOT NULL
       ON CONFLICT (event_id) DO UPDATE SET done_at = 'infinity'`,
      [id],
    );
    await release(em, found.topic, found.key);
    return audited(context, found, { state: 'discarded', resolution: reason });
  }

  /** How many facts the relay will send again; it takes them up within half a second. */
  async republish(context: WorkContext, asked: Input<Contracts['republishFacts']>) {
    const { from, to, facts, projection } = asked;
    const id = context.newId();
    const span = [from, to, facts];
    await context.em.query(
      'INSERT INTO republication (since, until, facts, projection, id) VALUES ($1, $2, $3, $4, $5)',
      [...span, projection, id],
    );
    const [found] = await context.em.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM outbox WHERE ${OF_SPAN}`,
      span,
    );
    const count = found?.count ?? 0;
    context.audit({ entity: 'republication', entityId: id, before: null, after: { ...asked, count } });
    return { id, facts: count };
  }

  async projections({ em }: QueryContext) {
    const followed = followedProjections(this.followers).values();
    return { items: await Promise.all([...followed].map((one) => this.projectionView(em, one))) };
  }

  /** Empty from the commit on: whoever reads it is told `not_yet_known` until its facts have come again. */
  async rebuild(context: WorkContext, name: string) {
    const { em } = context;
    const found = followedProjections(this.followers).get(name);
    if (!found) throw fail('not_found');
    await emptyProjection(em, this.service, found.projection);
    const { facts } = found;
    context.audit({ entity: 'projection', entityId: context.newId(), before: null, after: { name, facts } });
    return await this.projectionView(em, found);
  }

  private async projectionView(em: EntityManager, { projection, facts }: Followed) {
    const [rebuild] = await em.query<{ at: Date; handled: number }[]>(
      'SELECT at, handled FROM projection_rebuild WHERE name = $1',
      [wireName(this.service, projection)],
    );
    return {
      name: projection.name,
      tables: projection.tables.map((table) => em.connection.getMetadata(table).tableName),
      facts,
      rebuiltAt: rebuild?.at.toISOString() ?? null,
      handled: rebuild?.handled ?? 0,
    };
  }
}

async function lockDead(em: EntityManager, id: string): Promise<DeadRow> {
  const [found] = await em.query<DeadRow[]>(`SELECT ${COLUMNS} FROM dead_record WHERE id = $1 FOR UPDATE`, [id]);
  if (!found) throw fail('not_found');
  return found;
}

async function aheadOf(em: EntityManager, { topic, key }: DeadRow): Promise<number> {
  const [ahead] = await em.query<{ number: string }[]>(
    `SELECT min(number) AS number FROM dead_record
     WHERE topic = $1 AND key = $2 AND resolved_at IS NULL AND event_id IS NOT NULL`,
    [topic, key],
  );
  return Number(ahead?.number);
}

const decided = ({ id, number, state }: DeadRow) => ({ id, number: Number(number), state });

function audited(context: WorkContext, found: DeadRow, after: { state: DeadRow['state']; resolution?: string }) {
  const { number, state } = found;
  context.audit({ entity: 'dead_record', entityId: found.id, before: { number, state }, after });
  return decided({ ...found, state: after.state });
}

const viewOf = (row: DeadRow) => ({
  ...decided(row),
  topic: row.topic,
  partition: row.partition,
  offset: row.record_offset,
  key: row.key && printable(row.key),
  fact: row.type,
  factId: row.event_id,
  reason: row.reason,
  attempts: row.attempts,
  diedAt: row.died_at.toISOString(),
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  resolution: row.resolution,
});
