import type { SelectQueryBuilder } from 'typeorm';
import { scopeOf } from '#libs/case-scope/visible.js';
import { fail } from '#libs/contracts/errors.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Project } from './project.entity.js';

const CITY = '370700';

/**
 * Keeps a query on `project` to those its reader may know: a unit its own (R78), agents those of their region and of
 * their cases, the city all (R92), departments those of the cases that concern them.
 */
export function onlyKnown(query: SelectQueryBuilder<Project>, principal: Principal): SelectQueryBuilder<Project> {
  const { kind, regionId, unitId } = principal;
  if (kind === 'administrator' || kind === 'platform' || (kind === 'agent' && regionId === CITY)) return query;
  if (kind === 'unit') return query.andWhere('project.unitId = :knownUnit', { knownUnit: unitId });
  const { sql, params } = scopeOf(principal);
  const served = `EXISTS (SELECT 1 FROM service_case served JOIN case_scope scope ON scope.id = served.id
    WHERE served.project_id = project.id AND (${sql}))`;
  if (kind !== 'agent') return query.andWhere(served, params);
  // A town's agents know the projects of the county or zone above it.
  const own = 'project.regionIds && ARRAY[:knownRegion, (SELECT parent_id FROM region WHERE id = :knownRegion)]';
  return query.andWhere(`(${own} OR ${served})`, { ...params, knownRegion: regionId });
}

/** 404 unless the reader may know of this project; the same answer as for one that does not exist. */
export async function mustKnow({ em, principal }: QueryContext, projectId: string): Promise<void> {
  const query = em.createQueryBuilder(Project, 'project').where('project.id = :projectId', { projectId });
  if (!(await onlyKnown(query, principal).getExists())) throw fail('project_not_found');
}
