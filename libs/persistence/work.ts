import { isDeepStrictEqual } from 'node:util';
import type {
  EntityManager,
  EntityMetadata,
  EntityTarget,
  FindOptionsOrder,
  FindOptionsWhere,
  ObjectLiteral,
} from 'typeorm';
import { CopyRow } from './row.js';
import type { NewRow, Row } from './row.js';
import { insertOf, isAlike, updateOf } from './statements.js';
import type { Statement } from './statements.js';

/** What one transaction did to one row: the changed fields before and after; `before` is null for a new row. */
export interface Change {
  entity: string;
  entityId: string;
  before: ObjectLiteral | null;
  after: ObjectLiteral;
}

interface Tracked {
  target: EntityTarget<Row>;
  row: Row;
  before: ObjectLiteral | null;
}

/** New rows in one statement: PostgreSQL takes 65,535 parameters. */
const MOST_TOGETHER = 500;

/** Of what could be changed in place only: to clone whole rows takes several times as long. */
const copyOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? structuredClone(value) : value;

interface Write {
  states: Pick<Change, 'before' | 'after'>;
  /** Of a changed row; new rows of one table are written together. */
  update?: Statement;
}

/**
 * The unit of work of one transaction: rows that were locked or added are written once at the end, only the changed
 * columns, with the next version; what was written is returned for the audit trail, so no change goes without one.
 */
export class Work {
  private readonly tracked = new Map<string, Tracked>();
  /** `id@version` of a row that has moved on → its version now. */
  private readonly moved = new Map<string, number>();

  constructor(readonly em: EntityManager) {}

  /** Loads one row for a change and keeps others from changing it until the commit; null when there is none. */
  async lock<T extends Row>(target: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T | null> {
    // One that this transaction has added or locked is in hand already, also before it is written.
    const { id, ...more } = where as { id?: unknown };
    const known = this.tracked.get(`${this.name(target)}:${String(id)}`);
    if (known && Object.keys(more).length === 0) return known.row as T;
    const [row] = await this.lockAll(target, where);
    return row ?? null;
  }

  /** As `lock`, for several rows; always in the order of their ids, so that two transactions never wait for each other. */
  async lockAll<T extends Row>(
    target: EntityTarget<T>,
    where: FindOptionsWhere<T> | FindOptionsWhere<T>[],
  ): Promise<T[]> {
    const order = { id: 'ASC' } as FindOptionsOrder<T>;
    const rows = await this.em.find(target, { where, order, lock: { mode: 'pessimistic_write' } });
    return rows.map((row) => this.track(target, row, false));
  }

  add<T extends Row>(target: EntityTarget<T>, id: string, values: NewRow<T>): T {
    const row = Object.assign(this.metadata(target).create() as T, { ...values, id: values.id ?? id, version: 1 });
    return this.track(target, row, true);
  }

  /** What has changed since the last time: from now on it counts as written, and its statements must be sent in their order. */
  changed(): { changes: Change[]; statements: Statement[] } {
    const changes: Change[] = [];
    const statements: Statement[] = [];
    let added: Tracked[] = [];
    const insert = () => statements.push(...this.insertOf(added.splice(0)));
    for (const tracked of this.tracked.values()) {
      const write = this.writeOf(tracked);
      if (!write) continue;
      const { target, row } = tracked;
      if (write.update || added.length === MOST_TOGETHER || !this.isAlike(added[0], tracked)) insert();
      if (write.update) statements.push(write.update);
      else added = [...added, tracked];
      const change = { entity: this.name(target), entityId: row.id, ...write.states };
      if (!(row instanceof CopyRow)) changes.push(this.masked(target, change));
    }
    insert();
    return { changes, statements };
  }

  /** The version of the row of which this one was seen; copies have no version that anyone could ask for. */
  versionNow(id: string, seen: number): number {
    const next = this.moved.get(`${id}@${seen}`);
    return next === undefined ? seen : this.versionNow(id, next);
  }

  private track<T extends Row>(target: EntityTarget<T>, row: T, added: boolean): T {
    const key = `${this.name(target)}:${row.id}`;
    const known = this.tracked.get(key);
    if (known && added) throw new Error(`${key} is added twice in one transaction`);
    if (known) return known.row as T;
    const before = added ? null : this.snapshot(target, row);
    this.tracked.set(key, { target: target as EntityTarget<Row>, row, before });
    return row;
  }

  /** What is to be written of a row, which from now on counts as written; null when nothing has changed. */
  private writeOf(tracked: Tracked): Write | null {
    const { target, row, before } = tracked;
    const after = this.snapshot(target, row);
    tracked.before = after;
    return before ? this.updateOf(tracked, before, after) : { states: { before: null, after } };
  }

  private isAlike(first: Tracked | undefined, next: Tracked): boolean {
    return !first || (first.target === next.target && isAlike(this.metadata(next.target), first.row, next.row));
  }

  private insertOf(added: readonly Tracked[]): Statement[] {
    const [first] = added;
    const rows = added.map(({ row }) => row);
    return first ? [insertOf(this.metadata(first.target), rows)] : [];
  }

  private updateOf({ target, row }: Tracked, before: ObjectLiteral, after: ObjectLiteral): Write | null {
    const names = Object.keys(after).filter((name) => !isDeepStrictEqual(after[name], before[name]));
    if (names.length === 0) return null;
    const { version } = row;
    row.version = version + 1;
    after['version'] = row.version;
    if (!(row instanceof CopyRow)) this.moved.set(`${row.id}@${version}`, row.version);
    const pick = (state: ObjectLiteral) => Object.fromEntries(names.map((name) => [name, state[name]]));
    return {
      update: updateOf(this.metadata(target), row, { names: [...names, 'version'], version }),
      states: { before: pick(before), after: pick(after) },
    };
  }

  /** The audit trail says that a column marked `comment: 'secret'` changed, never its value. */
  private masked(target: EntityTarget<Row>, change: Change): Change {
    const { columns } = this.metadata(target);
    const secret = new Set(
      columns.filter(({ comment }) => comment === 'secret').map(({ propertyName }) => propertyName),
    );
    const mask = (state: ObjectLiteral) =>
      Object.fromEntries(Object.entries(state).map(([name, value]) => [name, secret.has(name) ? '•' : value]));
    return { ...change, before: change.before && mask(change.before), after: mask(change.after) };
  }

  private metadata<T extends Row>(target: EntityTarget<T>): EntityMetadata {
    return this.em.dataSource.getMetadata(target);
  }

  private name<T extends Row>(target: EntityTarget<T>): string {
    return this.metadata(target).tableName;
  }

  private snapshot<T extends Row>(target: EntityTarget<T>, row: T): ObjectLiteral {
    const { columns } = this.metadata(target);
    return Object.fromEntries(columns.map((column) => [column.propertyName, copyOf(column.getEntityValue(row))]));
  }
}
