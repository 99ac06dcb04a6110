import { EntityManager } from 'typeorm';
import type { EntityTarget, FindManyOptions, FindOneOptions, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { entityOf, selectOf } from './statements.js';

/**
 * Finds by plain conditions with one prepared statement: the rows are TypeORM's, whose query builder alone would take
 * most of a command's processor time. Whatever else a find may ask goes TypeORM's way.
 */
export class PlainManager extends EntityManager {
  override async find<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    options: FindManyOptions<T> = {},
  ): Promise<T[]> {
    const metadata = this.dataSource.getMetadata(target);
    const statement = selectOf(metadata, options);
    if (!statement) return await super.find(target, options);
    if (statement === 'none') return [];
    const rows = await this.query<ObjectLiteral[]>(statement.sql, statement.params);
    return rows.map((row) => entityOf<T>(metadata, row));
  }

  override findBy<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    where: FindOptionsWhere<T> | FindOptionsWhere<T>[],
  ): Promise<T[]> {
    return this.find(target, { where });
  }

  override async findOne<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    options: FindOneOptions<T>,
  ): Promise<T | null> {
    const [row] = await this.find(target, { ...options, take: 1 });
    return row ?? null;
  }

  override findOneBy<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    where: FindOptionsWhere<T> | FindOptionsWhere<T>[],
  ): Promise<T | null> {
    return this.findOne(target, { where });
  }
}
