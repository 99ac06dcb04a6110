import { CaseScope } from '#libs/case-scope/case-scope.entity.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { CaseCopy } from './case-copy.entity.js';
import { CaseHandling } from './case-handling.entity.js';

/** The case, locked for a change by an agent who serves it: of the first or handling institution, or of the team. */
export async function lockServedCase(context: WorkContext, caseId: string): Promise<CaseCopy> {
  await mustSee(context, caseId);
  const copy = await context.lock(CaseCopy, { id: caseId });
  if (!copy) throw fail('not_yet_known');
  if (!(await servesCase(context, copy))) throw fail('roadmap_agent_only');
  if (isOver(copy)) throw fail('case_is_over');
  return copy;
}

export const isOver = ({ state }: CaseCopy): boolean => state === 'closed' || state === 'terminated';

export async function servesCase(context: QueryContext, copy: CaseCopy): Promise<boolean> {
  const scope = await context.em.findOneBy(CaseScope, { id: copy.id });
  const { agentId } = context.principal;
  const inTeam = agentId !== null && scope?.agentIds.includes(agentId);
  return inTeam || (await inItsInstitution(context, copy));
}

/** R19: the guide assigned to the case, or a guide of the institution that first received it or handles it now. */
export async function isGuideOf(context: QueryContext, copy: CaseCopy): Promise<boolean> {
  const { roles, agentId } = context.principal;
  if (!roles.includes('guide')) return false;
  const handling = await context.em.findOneBy(CaseHandling, { id: copy.id });
  return (agentId !== null && handling?.guideAgentId === agentId) || (await inItsInstitution(context, copy));
}

async function inItsInstitution(
  { em, principal }: QueryContext,
  { id, firstInstitutionId }: CaseCopy,
): Promise<boolean> {
  const handling = await em.findOneBy(CaseHandling, { id });
  const { institutionId } = principal;
  return institutionId !== null && [firstInstitutionId, handling?.holderInstitutionId].includes(institutionId);
}
