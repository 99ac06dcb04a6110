import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CaseCopy } from './case-copy.entity.js';

/** What people call each of these cases. */
export async function caseNames(em: EntityManager, ids: readonly string[]) {
  const copies = await em.findBy(CaseCopy, { id: In([...new Set(ids)]) });
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  return (id: string) => ({ caseNumber: byId.get(id)?.number ?? '', projectName: byId.get(id)?.project.name ?? '' });
}

/** The condition that the case of a row is called `:like`, by its number, its project or its unit; `column` holds the case's id. */
export const caseIsLike = (column: string): string =>
  `${column} IN (SELECT called.id FROM case_copy called WHERE called.number ILIKE :like
     OR called.project->>'name' ILIKE :like OR called.project->>'unitName' ILIKE :like)`;
