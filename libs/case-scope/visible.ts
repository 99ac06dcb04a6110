import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Principal } from '#libs/identity/principal.js';

interface Condition {
  sql: string;
  params: ObjectLiteral;
}

/** The condition on `case_scope AS scope` under which this principal may know that a case exists (R16, R78, R92). */
export function scopeOf(principal: Principal): Condition {
  switch (principal.kind) {
    case 'platform':
    case 'administrator':
      return { sql: 'true', params: {} };
    case 'unit':
      return { sql: 'scope.unit_id = :scopeUnit', params: { scopeUnit: principal.unitId } };
    case 'department':
    case 'system':
      return {
        sql: ':scopeDepartment = ANY (scope.department_codes)',
        params: { scopeDepartment: principal.departmentCode },
      };
    case 'agent':
      return scopeOfAgent(principal);
  }
}

/** Managers and inspectors see their whole region (the city: everything, R92); others the cases of their institution or their own. */
function scopeOfAgent(principal: Principal): Condition {
  const { agentId, institutionId, regionId, institutionLevel, roles } = principal;
  const oversees = roles.includes('manager') || roles.includes('inspector');
  if (oversees && institutionLevel === 'city') return { sql: 'true', params: {} };
  const own = ':scopeInstitution = ANY (scope.institution_ids) OR :scopeAgent = ANY (scope.agent_ids)';
  const params = { scopeInstitution: institutionId, scopeAgent: agentId };
  if (oversees && institutionLevel === 'county') {
    return { sql: `(${own} OR :scopeRegion = ANY (scope.region_ids))`, params: { ...params, scopeRegion: regionId } };
  }
  return { sql: `(${own})`, params };
}

/** Keeps a query to the cases its reader may see; `caseColumn` is the column that holds the case id, as `approval.case_id`. */
export function onlyVisible<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  caseColumn: string,
  principal: Principal,
): SelectQueryBuilder<T> {
  const { sql, params } = scopeOf(principal);
  return query.andWhere(`EXISTS (SELECT 1 FROM case_scope scope WHERE scope.id = ${caseColumn} AND ${sql})`, params);
}

/** Whether this principal may know of the case of one row; `target` has a `caseId`. */
export async function isVisible<T extends { id: string; caseId: string }>(
  em: EntityManager,
  { target, id }: { target: EntityTarget<T>; id: string },
  principal: Principal,
): Promise<boolean> {
  const { sql, params } = scopeOf(principal);
  const names = Object.keys(params);
  const numbered = sql.replace(/:(\w+)/g, (_, name: string) => `$${names.indexOf(name) + 2}`);
  const table = em.dataSource.getMetadata(target).tableName;
  const rows = await em.query<unknown[]>(
    `SELECT 1 FROM "${table}" AS one JOIN case_scope scope ON scope.id = one.case_id WHERE one.id = $1 AND ${numbered}`,
    [id, ...names.map((name) => params[name] as unknown)],
  );
  return rows.length > 0;
}
