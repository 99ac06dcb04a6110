import type { EntityManager } from 'typeorm';
import { Approval } from '../filings/approval.entity.js';
import { ownSetOf } from '../filings/own-set.js';
import { isSettled } from '../filings/prerequisites.js';
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
