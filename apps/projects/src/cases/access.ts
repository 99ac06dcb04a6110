import { mustSeeOwned } from '#libs/case-scope/scope-keeper.js';
import { fail } from '#libs/contracts/errors.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { namesOf } from '../directory/names.js';
import { CaseProgress } from '../progress/case-progress.entity.js';
import { ServiceCase } from './service-case.entity.js';

/** The case for a change; 404 when the principal may not know of it. */
export async function lockCase(context: WorkContext, caseId: string): Promise<ServiceCase> {
  await mustSeeOwned(context, caseId);
  const found = await context.lock(ServiceCase, { id: caseId });
  if (!found) throw fail('case_not_found');
  return found;
}

/** The case and what is known of it, for a read. */
export async function readCase(context: QueryContext, caseId: string): Promise<ServiceCase> {
  await mustSeeOwned(context, caseId);
  const found = await context.em.findOneBy(ServiceCase, { id: caseId });
  if (!found) throw fail('case_not_found');
  return found;
}

/** The copy of plan, routing and assignments; it is made together with the case. */
export const progressOf = ({ em }: QueryContext, caseId: string): Promise<CaseProgress> =>
  em.findOneByOrFail(CaseProgress, { id: caseId });

/** Agreement, joint review and notice are the first institution's acts, also after a transfer (R46). */
export async function mustBeFirst({ em, principal }: WorkContext, { firstInstitutionId }: ServiceCase): Promise<void> {
  if (ofInstitution(principal, firstInstitutionId)) return;
  throw fail('not_first_institution', {
    institution: (await namesOf(em, [firstInstitutionId])).get(firstInstitutionId),
  });
}

/** Only agents of the first institution or of the one that handles the case now. */
export async function mustHandle(context: WorkContext, found: ServiceCase): Promise<void> {
  const { currentInstitutionId: current } = await progressOf(context, found.id);
  const { principal, em } = context;
  if (ofInstitution(principal, found.firstInstitutionId) || ofInstitution(principal, current)) return;
  throw fail('not_your_case', { institution: (await namesOf(em, [current])).get(current) });
}

/** The principal, or a manager of the first institution or of the one that handles the case now. */
export function mayPublish(found: ServiceCase, progress: CaseProgress, reader: Principal): boolean {
  if (reader.agentId !== null && reader.agentId === progress.principal?.agentId) return true;
  const theirs = [found.firstInstitutionId, progress.currentInstitutionId].some((id) => ofInstitution(reader, id));
  return theirs && reader.roles.includes('manager');
}

export const ofInstitution = ({ kind, institutionId }: Principal, id: string): boolean =>
  kind === 'agent' && institutionId === id;
