import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { isVisible } from '#libs/case-scope/visible.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { MandateCopy } from '../cases/mandate-copy.entity.js';
import { Approval } from './approval.entity.js';

// Whose act it is: the body decides, the unit or the holder of its mandate applies (R13, R133).

export interface Bodies {
  legalBody: string | null;
  handlingBody: string | null;
}

export const isAuthority = ({ principal }: QueryContext, { legalBody, handlingBody }: Bodies): boolean =>
  principal.departmentCode !== null && [legalBody, handlingBody].includes(principal.departmentCode);

/** Refuses all but the handling and the legal body, in person or through their system; agents never decide. */
export async function mustBeAuthority(context: QueryContext, bodies: Bodies): Promise<void> {
  if (context.principal.kind === 'agent') throw fail('agents_cannot_decide');
  if (isAuthority(context, bodies)) return;
  const body = await context.em.findOneBy(Department, { code: bodies.handlingBody ?? '' });
  throw fail('not_your_department', { department: body?.name ?? '项目单位' });
}

export interface Mandated {
  caseId: string;
  itemCode: string;
}

/** The mandate under which this agent may act for the unit today; null = none. */
export function mandateOf(
  { em, principal, today }: QueryContext,
  { caseId, itemCode }: Mandated,
): Promise<MandateCopy | null> {
  return em
    .createQueryBuilder(MandateCopy, 'mandate')
    .where('mandate.case_id = :caseId AND mandate.holder_agent_id = :agentId', { caseId, agentId: principal.agentId })
    .andWhere(':today BETWEEN mandate.valid_from AND mandate.valid_to', { today })
    .andWhere('(mandate.item_codes IS NULL OR :itemCode = ANY (mandate.item_codes))', { itemCode })
    .getOne();
}

export type IsMandated = (mandated: Mandated) => boolean;

/** As `mandateOf`, for all items of these cases at once. */
export async function mandatesOf(
  { em, principal, today }: QueryContext,
  caseIds: readonly string[],
): Promise<IsMandated> {
  const { agentId } = principal;
  if (agentId === null) return () => false;
  const mandates = await em.findBy(MandateCopy, {
    holderAgentId: agentId,
    caseId: In([...new Set(caseIds)]),
    validFrom: LessThanOrEqual(today),
    validTo: MoreThanOrEqual(today),
  });
  return ({ caseId, itemCode }) =>
    mandates.some((mandate) => mandate.caseId === caseId && (mandate.itemCodes?.includes(itemCode) ?? true));
}

interface Applied extends Mandated {
  applicantUnitId: string;
  itemName: string;
}

/** Refuses all but the unit itself and an agent with its mandate in force. */
export async function mustBeApplicant(context: QueryContext, applied: Applied): Promise<void> {
  const { kind, unitId } = context.principal;
  if (kind === 'unit' && unitId === applied.applicantUnitId) return;
  if (kind !== 'agent') throw fail('not_the_applicant');
  if (!(await mandateOf(context, applied))) throw fail('mandate_not_in_force', { item: applied.itemName });
}

/** 404 unless the reader may know of it; the same answer as for one that does not exist (R78). */
export async function mustSeeApproval(context: QueryContext, id: string): Promise<void> {
  if (!(await isVisible(context.em, { target: Approval, id }, context.principal))) throw fail('approval_not_found');
}

export async function lockApproval(context: WorkContext, id: string): Promise<Approval> {
  const [approval] = await Promise.all([context.lock(Approval, { id }), mustSeeApproval(context, id)]);
  if (!approval) throw fail('approval_not_found');
  return approval;
}
