import type { MessageHandler } from '@nestjs/microservices';
import type { IHeaders } from 'kafkajs';
import type { EntityManager } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';
import type { CopyRow } from '#libs/persistence/row.js';
import type { Statement } from '#libs/persistence/statements.js';

/** Tables that are made from facts alone: emptied and told the same facts again, they hold the same. */
export interface Projection {
  /** Lower case and underscores; one name a service. */
  name: string;
  tables: readonly (new () => CopyRow)[];
}

export const projection = (name: string, ...tables: (new () => CopyRow)[]): Projection => ({ name, tables });

/** The header of a record that its owner sends again: for whom. */
export const PROJECTIONS_HEADER = 'projections';

export const namedProjections = (headers: IHeaders = {}): string[] => {
  const value = headers[PROJECTIONS_HEADER];
  return value === undefined ? [] : value.toString().split(',');
};

export const projectionOf = (handler: MessageHandler): Projection | undefined =>
  (handler.extras as { projection?: Projection } | undefined)?.projection;

/** As a header names it: several services may keep a projection of one name. */
export const wireName = (service: Service, of: Projection | undefined): string | null =>
  of ? `${service}.${of.name}` : null;

/** A projection of this service and the facts it is made from. */
export interface Followed {
  projection: Projection;
  facts: string[];
}

export function followedProjections(followers: Map<string, MessageHandler[]>): Map<string, Followed> {
  const found = new Map<string, Followed>();
  for (const [fact, handlers] of followers) {
    for (const of of handlers.map(projectionOf).filter((known) => known !== undefined)) {
      const { facts } = found.get(of.name) ?? { facts: [] };
      found.set(of.name, { projection: of, facts: [...new Set([...facts, fact])].toSorted() });
    }
  }
  return found;
}

/** Empties the tables, from when on every fact that is sent again for this projection is counted. */
export async function emptyProjection(em: EntityManager, service: Service, of: Projection): Promise<Date> {
  for (const table of of.tables) await em.deleteAll(table);
  const [row] = await em.query<{ at: Date }[]>(
    `INSERT INTO projection_rebuild (name, at, handled) VALUES ($1, now(), 0)
     ON CONFLICT (name) DO UPDATE SET at = now(), handled = 0 RETURNING at`,
    [wireName(service, of)],
  );
  if (!row) throw new Error(`the rebuild of ${of.name} was not written down`);
  return row.at;
}

/** The last statement of its transaction: every fact of the rebuild waits for this row. */
export const countRebuilt = (names: readonly string[]): Statement => ({
  sql: 'UPDATE projection_rebuild SET handled = handled + 1 WHERE name = ANY ($1)',
  params: [names],
});
