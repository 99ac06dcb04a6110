import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { RoadmapSuspension } from '#libs/contracts/approvals/roadmaps.js';
import { dayOf } from '#libs/messaging/context.js';
import { Approval } from '../filings/approval.entity.js';
import { ownSetOf } from '../filings/own-set.js';
import { isSettled } from '../filings/prerequisites.js';
import { ApprovalSpan } from '../filings/span.entity.js';
import { milestonesReached } from '../milestones/reached.js';

/** Items that are done: decided or back-filled for all their works, or a milestone reached; they take no time (R130). */
export async function doneItems(em: EntityManager, caseId: string): Promise<Set<string>> {
  const byCode = Map.groupBy(await ownSetOf(em, caseId), ({ code }) => code);
  return new Set([...byCode].filter(([, nodes]) => nodes.every(isSettled)).map(([code]) => code));
}

/** The days on which done items were decided, the last of several works, and milestones reached. */
export async function actualDays(em: EntityManager, caseId: string): Promise<Map<string, string>> {
  const done = await doneItems(em, caseId);
  const days = await milestonesReached(em, caseId);
  for (const { itemCode, decidedOn } of await em.findBy(Approval, { caseId, state: 'decided' })) {
    const known = days.get(itemCode) ?? '';
    if (done.has(itemCode) && decidedOn !== null && decidedOn > known) days.set(itemCode, decidedOn);
  }
  return days;
}

export interface Course {
  /** Days on which items were first applied for, by item code; what ended without effect is left out. */
  begun: ReadonlyMap<string, string>;
  suspensions: ReadonlyMap<string, z.infer<typeof RoadmapSuspension>[]>;
}

const WITHOUT_EFFECT = ['cancelled', 'not_accepted', 'withdrawn'];

/** How the filings of a case have run. */
export async function courseOf(em: EntityManager, caseId: string): Promise<Course> {
  const filings = await em.find(Approval, { where: { caseId }, order: { submittedAt: 'DESC' } });
  const live = filings.filter(({ state }) => !WITHOUT_EFFECT.includes(state));
  const spans = await em.find(ApprovalSpan, {
    where: { approvalId: In(live.map(({ id }) => id)) },
    order: { from: 'ASC', id: 'ASC' },
  });
  const byFiling = new Map(live.map((filing) => [filing.id, filing]));
  const stopped = spans.flatMap(({ approvalId, kind, cause, from, to }) => {
    const filing = byFiling.get(approvalId);
    return filing ? [{ itemCode: filing.itemCode, span: { kind, cause, works: filing.works, from, to } }] : [];
  });
  const grouped = Map.groupBy(stopped, ({ itemCode }) => itemCode);
  return {
    begun: new Map(live.flatMap(({ itemCode, submittedAt }) => (submittedAt ? [[itemCode, dayOf(submittedAt)]] : []))),
    suspensions: new Map([...grouped].map(([code, group]) => [code, group.map(({ span }) => span)])),
  };
}
