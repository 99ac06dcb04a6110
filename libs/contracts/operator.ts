import { z } from 'zod';
import { command, query } from './define.js';
import type { Service } from './define.js';
import { Id, Instant, Paging, Text, pageOf } from './values.js';

// What operators do when something stands still: the same operations in every service, answered by its own library.

/** `dead` waits for a decision, `waiting` for a dead one of its aggregate; `redriven` is being handled again. */
export const DEAD_STATES = ['dead', 'waiting', 'redriven', 'applied', 'discarded'] as const;

/** A record that could not be handled; `number` is the one people read. */
export const DeadRecord = z
  .object({
    id: Id,
    number: z.int(),
    state: z.enum(DEAD_STATES),
    topic: z.string(),
    partition: z.int(),
    offset: z.string(),
    /** Bytes that do not print are written as their codes, here and below. */
    key: z.string().nullable(),
    /** Name of the fact, as `case.applied`; null when the record is none that can be read. */
    fact: z.string().nullable(),
    factId: Id.nullable(),
    reason: z.string(),
    attempts: z.int(),
    diedAt: Instant,
    resolvedAt: Instant.nullable(),
    /** Why it was discarded. */
    resolution: z.string().nullable(),
  })
  .meta({ id: 'DeadRecord' });

const DeadRecordDetails = DeadRecord.extend({
  headers: z.record(z.string(), z.string()),
  /** At most 64 kB of it. */
  value: z.string().nullable(),
}).meta({ id: 'DeadRecordDetails' });

/** The state a record has now: a decision that comes twice changes nothing. */
const Decided = z.object({ id: Id, number: z.int(), state: z.enum(DEAD_STATES) });

const Projection = z
  .object({
    name: z.string(),
    tables: z.array(z.string()),
    /** Names of the facts it is made from. */
    facts: z.array(z.string()),
    rebuiltAt: Instant.nullable(),
    /** Facts of the last rebuild that have arrived so far. */
    handled: z.int(),
  })
  .meta({ id: 'Projection' });

const ProjectionName = z.string().regex(/^[a-z_]{1,60}$/);
/** As `case.applied`, or `case` for every fact of that aggregate. */
const FactName = z.string().regex(/^[a-z-]+(\.[a-zA-Z]+)?$/);

const permission = 'platform:operate' as const;
const id = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

const deadRecordContracts = <S extends Service>(service: S) => ({
  listDeadRecords: query(`${service}.list-dead-records`, {
    http: ['GET', `/operator/${service}/dead-records`],
    permission,
    title: ['处理不了的记录', 'Records that could not be handled'],
    input: z.object({ ...Paging, resolved: z.enum(['true', 'false']).default('false') }),
    output: pageOf(DeadRecord),
    errors: [],
    example: { page: 1, pageSize: 50, resolved: 'false' },
  }),
  showDeadRecord: query(`${service}.show-dead-record`, {
    http: ['GET', `/operator/${service}/dead-records/:id`],
    permission,
    title: ['一条处理不了的记录及其内容', 'One of them with its contents'],
    input: z.object({ id: Id }),
    output: DeadRecordDetails,
    errors: ['not_found'],
    example: { id },
  }),
  redriveDeadRecord: command(`${service}.redrive-dead-record`, {
    http: ['POST', `/operator/${service}/dead-records/:id/redrive`],
    key: 'id',
    permission,
    title: ['重新处理,其后排队的记录依次跟上', 'Handle it again; those that wait behind it follow in order'],
    input: z.object({ id: Id }),
    output: Decided,
    errors: ['not_found', 'dead_record_waits', 'dead_record_unreadable'],
    example: { id },
  }),
  discardDeadRecord: command(`${service}.discard-dead-record`, {
    http: ['POST', `/operator/${service}/dead-records/:id/discard`],
    key: 'id',
    permission,
    title: ['说明原因后放弃,其后排队的记录继续', 'Give it up with a reason; those that wait behind it go on'],
    input: z.object({ id: Id, reason: Text(500) }),
    output: Decided,
    errors: ['not_found'],
    example: { id, reason: '重复登记,业务上已更正' },
  }),
});

/** Every operator operation of one service. */
export const operatorContracts = <S extends Service>(service: S) => ({
  ...deadRecordContracts(service),
  republishFacts: command(`${service}.republish-facts`, {
    http: ['POST', `/operator/${service}/republications`],
    key: 'new',
    permission,
    title: ['把一段时间内的事实重新发送一遍', 'Send the facts of a span of time again'],
    input: z.object({
      from: Instant,
      to: Instant,
      facts: z.array(FactName).min(1).max(100).optional(),
      /** The projection that is rebuilt from them, as `approvals.case_scope`. */
      projection: z
        .string()
        .regex(/^[a-z]+\.[a-z_]+$/)
        .optional(),
    }),
    output: z.object({ id: Id, facts: z.int() }),
    errors: [],
    example: { from: '2026-11-23T00:00:00+08:00', to: '2026-11-24T00:00:00+08:00', facts: ['case'] },
  }),
  listProjections: query(`${service}.list-projections`, {
    http: ['GET', `/operator/${service}/projections`],
    permission,
    title: ['由事实汇成的表', 'Tables that are made from facts'],
    input: z.object({}),
    output: z.object({ items: z.array(Projection) }),
    errors: [],
    example: {},
  }),
  rebuildProjection: command(`${service}.rebuild-projection`, {
    http: ['POST', `/operator/${service}/projections/:name/rebuild`],
    key: 'name',
    permission,
    title: ['清空后等待事实重新发送', 'Empty it; it is made again from the facts its owners republish'],
    input: z.object({ name: ProjectionName }),
    output: Projection,
    errors: ['not_found'],
    example: { name: 'case_scope' },
  }),
});

export const OPERATOR = {
  gateway: operatorContracts('gateway'),
  projects: operatorContracts('projects'),
  agents: operatorContracts('agents'),
  approvals: operatorContracts('approvals'),
  notify: operatorContracts('notify'),
};
