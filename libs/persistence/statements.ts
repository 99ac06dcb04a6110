import { FindOperator } from 'typeorm';
import type { EntityMetadata, FindManyOptions, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** One SQL statement with its parameters. */
export interface Statement {
  sql: string;
  params: unknown[];
}

type Column = EntityMetadata['columns'][number];

/** Flat tables only: all of a row in its own columns. */
const isFlat = ({ columns, relations, embeddeds, tableType }: EntityMetadata): boolean =>
  tableType === 'regular' && relations.length === 0 && embeddeds.length === 0 && columns.every((one) => one.isSelect);

const lists = new WeakMap<EntityMetadata, string | null>();

/** The columns as they are selected; null where the entity is more than one flat table. */
function selectList(metadata: EntityMetadata): string | null {
  const known = lists.get(metadata);
  if (known !== undefined) return known;
  const list = isFlat(metadata) ? metadata.columns.map(({ databaseName }) => quoted(databaseName)).join(', ') : null;
  lists.set(metadata, list);
  return list;
}

const quoted = (name: string): string => `"${name}"`;
const tableOf = ({ tablePath }: EntityMetadata): string => tablePath.split('.').map(quoted).join('.');

/** `none` where no row can match. Null where a find says more than equality, In, IsNull, order, limit and the row lock: TypeORM knows how. */
export function selectOf<T extends ObjectLiteral>(
  metadata: EntityMetadata,
  { where, order, take, lock, ...more }: FindManyOptions<T> & { lock?: { mode: string } },
): Statement | 'none' | null {
  if (isNever(where)) return 'none';
  const list = selectList(metadata);
  if (list === null || Object.keys(more).length > 0 || (lock && lock.mode !== 'pessimistic_write')) return null;
  const params: unknown[] = [];
  const condition = where === undefined ? '' : conditionOf(metadata, where, params);
  const sorted = order === undefined ? '' : orderOf(metadata, order);
  if (condition === null || sorted === null) return null;
  const limit = take === undefined ? '' : ` LIMIT ${take}`;
  const sql = `SELECT ${list} FROM ${tableOf(metadata)}${condition}${sorted}${limit}${lock ? ' FOR UPDATE' : ''}`;
  return { sql, params };
}

/** One of its fields must be in an empty list. */
const isNever = (where: unknown): boolean =>
  typeof where === 'object' &&
  where !== null &&
  !Array.isArray(where) &&
  Object.values(where).some((one) => one instanceof FindOperator && one.type === 'in' && isEmpty(one.value));

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function conditionOf(
  metadata: EntityMetadata,
  where: FindOptionsWhere<ObjectLiteral> | FindOptionsWhere<ObjectLiteral>[],
  params: unknown[],
): string | null {
  const either = [where]
    .flat()
    .map((all) => Object.entries(all).map(([name, value]) => test(metadata, name, value, params)));
  if (either.length === 0 || either.some((all) => all.includes(null))) return null;
  const parts = either.map((all) => (all.length === 0 ? 'true' : all.join(' AND ')));
  return ` WHERE ${parts.length === 1 ? parts.join('') : parts.map((part) => `(${part})`).join(' OR ')}`;
}

function test(metadata: EntityMetadata, name: string, value: unknown, params: unknown[]): string | null {
  const column = columnOf(metadata, name);
  if (!column || value === null || value === undefined) return null;
  const at = quoted(column.databaseName);
  const bind = (given: unknown): string => `$${params.push(given)}`;
  if (!(value instanceof FindOperator)) {
    return isPlain(value) ? `${at} = ${bind(value)}` : null;
  }
  const inner: unknown = value.value;
  if (value.type === 'isNull') return `${at} IS NULL`;
  // One text for a list of any length, so that it is planned once.
  if (value.type === 'in' && Array.isArray(inner) && inner.every(isPlain)) return `${at} = ANY (${bind(inner)})`;
  return null;
}

const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

const columnOf = (metadata: EntityMetadata, name: string): Column | undefined => {
  const column = metadata.findColumnWithPropertyName(name);
  return column?.transformer === undefined ? column : undefined;
};

function orderOf(metadata: EntityMetadata, order: object): string | null {
  const parts = Object.entries(order).map(([name, direction]: [string, unknown]) => {
    const column = columnOf(metadata, name);
    return column && (direction === 'ASC' || direction === 'DESC')
      ? `${quoted(column.databaseName)} ${direction}`
      : null;
  });
  if (parts.includes(null)) return null;
  return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`;
}

const stored = (metadata: EntityMetadata, column: Column, row: ObjectLiteral): unknown =>
  metadata.connection.driver.preparePersistentValue(row[column.propertyName], column) as unknown;

/** New rows of one table with values in the same columns; the others take the table's default. */
export function insertOf(metadata: EntityMetadata, rows: readonly ObjectLiteral[]): Statement {
  const given = metadata.columns.filter(({ propertyName }) => rows[0]?.[propertyName] !== undefined);
  const columns = given.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const params: unknown[] = [];
  const values = rows.map((row) => `(${given.map((one) => `$${params.push(stored(metadata, one, row))}`).join(', ')})`);
  return { sql: `INSERT INTO ${tableOf(metadata)} (${columns}) VALUES ${values.join(', ')}`, params };
}

/** Two new rows that one statement can write. */
export const isAlike = (metadata: EntityMetadata, one: ObjectLiteral, other: ObjectLiteral): boolean =>
  metadata.columns.every(({ propertyName: name }) => (one[name] === undefined) === (other[name] === undefined));

/** The named properties of a row as they are now; fails, by a division, when it is not at `version` any more. */
export function updateOf(
  metadata: EntityMetadata,
  row: ObjectLiteral,
  { names, version }: { names: readonly string[]; version: number },
): Statement {
  const columns = metadata.columns.filter(({ propertyName }) => names.includes(propertyName));
  const set = columns.map(({ databaseName }, at) => `${quoted(databaseName)} = $${at + 3}`).join(', ');
  const params = [row['id'], version, ...columns.map((column) => stored(metadata, column, row))];
  const update = `UPDATE ${tableOf(metadata)} SET ${set} WHERE "id" = $1 AND "version" = $2 RETURNING 1`;
  return { sql: `WITH changed AS (${update}) SELECT 1 / count(*) FROM changed`, params };
}

/** A row of a select of ours as its entity. */
export function entityOf<T extends ObjectLiteral>(metadata: EntityMetadata, raw: ObjectLiteral): T {
  const { driver } = metadata.connection;
  const entity = metadata.create() as ObjectLiteral;
  for (const column of metadata.columns) {
    entity[column.propertyName] = driver.prepareHydratedValue(raw[column.databaseName], column) as unknown;
  }
  return entity as T;
}
