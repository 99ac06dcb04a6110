import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { v5 as uuidV5 } from 'uuid';
import type { Actor, FactData, FactType, Stream } from '#libs/contracts/define.js';
import { factName } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { Fail } from '#libs/contracts/errors.js';
import { actorOf } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { NewRow, Row } from '#libs/persistence/row.js';
import type { Statement } from '#libs/persistence/statements.js';
import { Work } from '#libs/persistence/work.js';
import type { Change } from '#libs/persistence/work.js';

/** What a handler is told beside its input. */
export interface Circumstances {
  messageId: string;
  operation: string;
  principal: Principal;
  /** Business time. */
  now: Date;
  correlationId: string;
  ip: string | null;
  expectedVersion: number | null;
}

export interface OutboxRow {
  eventId: string;
  topic: string;
  key: string;
  value: object;
}

/** Asia/Shanghai is eight hours ahead of UTC, without summer time since 1992: an addition, where Intl is slow. */
const SHANGHAI_MS = 8 * 3_600_000;
/** The calendar day in Asia/Shanghai of an instant. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

interface FactStamp {
  id: string;
  time: Date;
  actor: Actor;
  correlationId: string;
}

/** A fact as it stands on the wire. */
export function factValue<S extends Stream, T extends FactType<S>>(
  stream: S,
  type: T,
  data: FactData<S, T>,
  { id, time, actor, correlationId }: FactStamp,
) {
  return {
    specversion: '1.0',
    id,
    source: `/${stream.service}`,
    type: factName(stream.topic, type),
    subject: String((data as Record<string, unknown>)[stream.key]),
    time: time.toISOString(),
    actor,
    correlationid: correlationId,
    data,
  };
}

/** A read: no transaction, nothing can be written or published. */
export class QueryContext {
  constructor(
    readonly em: EntityManager,
    private readonly circumstances: Circumstances,
  ) {}

  get principal(): Principal {
    return this.circumstances.principal;
  }

  get now(): Date {
    return this.circumstances.now;
  }

  /** Today in Asia/Shanghai, of business time. */
  get today(): string {
    return dayOf(this.now);
  }
}

/** The transaction of one command or of one consumed fact: rows, facts, answer and audit are committed together or not at all. */
export class WorkContext extends QueryContext {
  private readonly work: Work;
  private readonly facts: OutboxRow[] = [];
  private readonly conflicts = new Map<string, Fail>();
  private readonly changes: Change[] = [];
  private readonly unsent: Statement[] = [];
  private ids = 0;
  /** May be moved back to the day something came due, so that what a jump of time fires carries its own date. */
  private at: Date;

  constructor(
    em: EntityManager,
    private readonly given: Circumstances,
  ) {
    super(em, given);
    this.work = new Work(em);
    this.at = given.now;
  }

  override get now(): Date {
    return this.at;
  }

  get messageId(): string {
    return this.given.messageId;
  }

  /** Runs `task` as of `instant`, a moment not after now: what it stamps and publishes has that time. */
  async asOf<T>(instant: Date, task: () => Promise<T>): Promise<T> {
    const now = this.at;
    this.at = instant;
    try {
      return await task();
    } finally {
      this.at = now;
    }
  }

  /** A new id, the same again when the same message is handled again: the first is the message's own. */
  newId(): string {
    this.ids += 1;
    return this.ids === 1 ? this.messageId : uuidV5(`id:${this.ids}`, this.messageId);
  }

  /** Loads a row for a change and checks `If-Match` against it when `checked`; null when there is none. */
  lock<T extends Row>(target: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T | null> {
    return this.work.lock(target, where);
  }

  lockAll<T extends Row>(target: EntityTarget<T>, where: FindOptionsWhere<T> | FindOptionsWhere<T>[]): Promise<T[]> {
    return this.work.lockAll(target, where);
  }

  add<T extends Row>(target: EntityTarget<T>, values: NewRow<T>): T {
    return this.work.add(target, values.id ?? this.newId(), values);
  }

  /** Refuses (412) when the caller saw another version of this row than the one that is locked now. */
  expectVersion(row: Row): void {
    const { expectedVersion } = this.given;
    if (expectedVersion !== null && expectedVersion !== row.version)
      throw fail('stale_version', { current: row.version });
  }

  /** What to answer when this unique index or exclusion constraint turns out to be violated, by a race too. */
  onConflict(constraint: string, refusal: Fail): void {
    this.conflicts.set(constraint, refusal);
  }

  refusalOf(constraint: string): Fail | undefined {
    return this.conflicts.get(constraint);
  }

  /** Tells the other services; goes out after the commit, in the order of this aggregate's changes. */
  publish<S extends Stream, T extends FactType<S>>(stream: S, type: T, data: FactData<S, T>): void {
    const value = factValue(stream, type, data, {
      // With its topic: two services that follow one fact publish under the same message id, but never to one topic.
      id: uuidV5(`${stream.topic}:${this.facts.length}`, this.messageId),
      time: this.now,
      actor: actorOf(this.principal),
      correlationId: this.given.correlationId,
    });
    this.facts.push({ eventId: value.id, topic: stream.topic, key: value.subject, value });
  }

  /** Audits a change that was written without `add` and `lock`. */
  audit(change: Change): void {
    this.changes.push(change);
  }

  /** Writes the changed rows now; only needed before a query that must see them. */
  async flush(): Promise<void> {
    this.gather();
    await Promise.all(this.unsent.splice(0).map(({ sql, params }) => this.em.query(sql, params)));
  }

  private gather(): void {
    const { changes, statements } = this.work.changed();
    this.changes.push(...changes);
    this.unsent.push(...statements);
  }

  /** A view is often taken before its row is written: brings the `version` beside every `id` up to what was written. */
  upToDate(view: unknown): unknown {
    this.gather();
    return this.stamped(view);
  }

  private stamped(view: unknown): unknown {
    if (Array.isArray(view)) return view.map((inner) => this.stamped(inner));
    if (typeof view !== 'object' || view === null || Object.getPrototypeOf(view) !== Object.prototype) return view;
    const fields = Object.fromEntries(Object.entries(view).map(([name, inner]) => [name, this.stamped(inner)]));
    const { id, version } = fields;
    if (typeof id !== 'string' || typeof version !== 'number') return fields;
    return { ...fields, version: this.work.versionNow(id, version) };
  }

  /** For whoever ends the transaction: the statements that are still to be sent, and what goes into the books. */
  close(): { unsent: Statement[]; changes: Change[]; facts: OutboxRow[] } {
    this.gather();
    return { unsent: this.unsent.splice(0), changes: this.changes, facts: this.facts };
  }
}
