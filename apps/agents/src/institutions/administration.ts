import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Institution } from './institution.entity.js';

/** Whether the principal is the administrator, or a manager of this institution or of one above it. */
export async function manages(em: EntityManager, principal: Principal, institution: Institution): Promise<boolean> {
  if (principal.kind === 'administrator') return true;
  if (!principal.roles.includes('manager')) return false;
  if (institution.id === principal.institutionId) return true;
  if (institution.parentId === null) return false;
  return manages(em, principal, await em.findOneByOrFail(Institution, { id: institution.parentId }));
}

/** As `manages`, of many institutions in one read. */
export async function managedBy(em: EntityManager, principal: Principal): Promise<(institutionId: string) => boolean> {
  if (principal.kind === 'administrator') return () => true;
  if (!principal.roles.includes('manager')) return () => false;
  const parents = new Map((await em.find(Institution)).map(({ id, parentId }) => [id, parentId]));
  const isManaged = (id: string | null): boolean =>
    id !== null && (id === principal.institutionId || isManaged(parents.get(id) ?? null));
  return isManaged;
}

/** 403 unless `manages`. */
export async function mustManage({ em, principal }: QueryContext, institution: Institution): Promise<void> {
  if (await manages(em, principal, institution)) return;
  throw fail('not_your_institution', { institution: institution.name });
}

/** The institution, if it is in service. */
export async function institutionInService({ em }: QueryContext, id: string): Promise<Institution> {
  const institution = await em.findOneBy(Institution, { id });
  if (!institution) throw fail('not_found');
  if (institution.validTo !== null) throw fail('institution_ended', { institution: institution.name });
  return institution;
}

/** Institutions by id; those that have ceased, too. */
export async function institutionsById(em: EntityManager, ids: readonly string[]): Promise<Map<string, Institution>> {
  const institutions = await em.findBy(Institution, { id: In([...new Set(ids)]) });
  return new Map(institutions.map((institution) => [institution.id, institution]));
}
