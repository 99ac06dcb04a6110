import { createHash } from 'node:crypto';
import { DefaultNamingStrategy } from 'typeorm';
import type { NamingStrategyInterface, Table } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** camelCase in code, snake_case in the database; keys and indexes are named after their table and columns. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, customName ?? propertyName].join('_'));
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }

  override primaryKeyName(table: Table | string): string {
    return `${this.plain(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.bounded('uq', table, columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return this.bounded('ix', table, columns);
  }

  private plain(table: Table | string): string {
    const name = typeof table === 'string' ? table : table.name;
    return name.slice(name.lastIndexOf('.') + 1);
  }

  /** PostgreSQL cuts names at 63 bytes; a cut name keeps a hash so that two never meet. */
  private bounded(kind: string, table: Table | string, columns: string[]): string {
    const name = [kind, this.plain(table), ...columns.map(snake)].join('_');
    if (name.length <= 63) return name;
    return `${name.slice(0, 54)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  }
}
