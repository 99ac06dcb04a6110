import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { isInfrastructure } from './infrastructure.js';
import type { Statement } from './statements.js';

/** Gives the statement that goes to the server together with COMMIT. */
export type SendLast = (statement: Statement) => void;

/**
 * BEGIN … COMMIT on one connection of the pool; rolled back and released whatever happens. BEGIN travels with the first
 * statement and COMMIT with the last one, because each would cost a round trip of its own.
 */
export async function inTransaction<T>(
  source: DataSource,
  task: (em: EntityManager, sendLast: SendLast) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    return await within(client, async (sendLast) => {
      // By it TypeORM knows that rows may be locked.
      Object.assign(runner, { isTransactionActive: true });
      return await task(runner.manager, sendLast);
    });
  } finally {
    Object.assign(runner, { isTransactionActive: false });
    await runner.release();
  }
}

/** One connection of the pool for reads that belong together: those that do not wait for each other share a round trip. */
export async function onOneConnection<T>(source: DataSource, task: (em: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await task(runner.manager);
  } finally {
    await runner.release();
  }
}

async function within<T>(client: ClientBase, task: (sendLast: SendLast) => Promise<T>): Promise<T> {
  const begun = client.query('BEGIN');
  begun.catch(() => undefined); // awaited with COMMIT; what came between has failed for the same reason
  const last: Statement[] = [];
  try {
    const result = await task((statement) => last.push(statement));
    const kept = last.map(({ sql, params }) => client.query(sql, params));
    const [committed] = await Promise.all([client.query('COMMIT'), begun, ...kept]);
    if (committed.command !== 'COMMIT') throw new Error('a statement of the transaction failed and nobody said so');
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

async function rollBack(client: ClientBase): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch (error) {
    // The connection is gone, and the server rolls back by itself; anything else is a fault worth its own report.
    if (!isInfrastructure(error)) throw error;
  }
}
