import { In } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { bodyNames, itemsOn } from '../catalogue/catalogue.js';
import { Approval } from '../filings/approval.entity.js';
import { CaseStart } from '../filings/case-start.entity.js';
import { ownSetOf } from '../filings/own-set.js';
import { ApprovalSpan } from '../filings/span.entity.js';
import { neededItemsOf } from '../item-plans/current-plan.js';
import { PreApprovalCondition } from '../pre-approvals/condition.entity.js';
import { PreApproval } from '../pre-approvals/pre-approval.entity.js';

/** The rows of one case from which it is read what its items wait for. */
export interface CasePicture {
  copy: CaseCopy;
  start: CaseStart | null;
  plan: Awaited<ReturnType<typeof neededItemsOf>>;
  items: Awaited<ReturnType<typeof itemsOn>>;
  ownSet: Awaited<ReturnType<typeof ownSetOf>>;
  filings: Approval[];
  /** Those that last. */
  openSpans: ApprovalSpan[];
  /** Ends of corrections, by filing. */
  correctedOn: ReadonlyMap<string, string>;
  preApprovals: PreApproval[];
  /** Those that are not met. */
  openConditions: PreApprovalCondition[];
  bodies: ReadonlyMap<string, string>;
}

export async function casePicture({ em, today }: QueryContext, caseId: string): Promise<CasePicture> {
  const [copy, start, plan, items, ownSet, filings, preApprovals] = await Promise.all([
    em.findOneBy(CaseCopy, { id: caseId }),
    em.findOneBy(CaseStart, { id: caseId }),
    neededItemsOf(em, caseId),
    itemsOn(em, today),
    ownSetOf(em, caseId),
    em.find(Approval, { where: { caseId }, order: { number: 'ASC' } }),
    em.findBy(PreApproval, { caseId, state: In(['applied', 'returned', 'issued', 'on_hold']) }),
  ]);
  if (!copy) throw fail('not_yet_known');
  const [spans, conditions, bodies] = await Promise.all([
    em.find(ApprovalSpan, { where: { approvalId: In(filings.map(({ id }) => id)) }, order: { from: 'ASC' } }),
    em.find(PreApprovalCondition, {
      where: { preApprovalId: In(preApprovals.map(({ id }) => id)) },
      order: { position: 'ASC' },
    }),
    bodyNames(
      em,
      [...plan, ...filings].flatMap(({ handlingBody }) => handlingBody ?? []),
    ),
  ]);
  return {
    copy,
    start,
    plan,
    items,
    ownSet,
    filings,
    openSpans: spans.filter(({ to }) => to === null),
    correctedOn: new Map(
      spans.flatMap(({ approvalId, kind, to }) => (kind === 'correction' && to ? [[approvalId, to]] : [])),
    ),
    preApprovals,
    openConditions: conditions.filter(({ metOn }) => metOn === null),
    bodies,
  };
}
