import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { ItemPlan } from './item-plan.entity.js';
import { ItemPlanVersion } from './item-plan-version.entity.js';
import type { PlanLine } from './lines.js';

export interface CurrentPlan {
  plan: ItemPlan;
  latest: ItemPlanVersion;
}

/** The plan of a case with its newest version; `not_yet_known` before the application has been told. */
export async function currentPlan(em: EntityManager, caseId: string): Promise<CurrentPlan> {
  const [plan, latest] = await Promise.all([em.findOneBy(ItemPlan, { id: caseId }), newestVersion(em, caseId)]);
  if (!plan || !latest) throw fail('not_yet_known');
  return { plan, latest };
}

const newestVersion = (em: EntityManager, caseId: string): Promise<ItemPlanVersion | null> =>
  em.findOne(ItemPlanVersion, { where: { caseId }, order: { revision: 'DESC' } });

/** The lines of the newest version. */
export async function planItemsOf(em: EntityManager, caseId: string): Promise<PlanLine[]> {
  const latest = await newestVersion(em, caseId);
  if (!latest) throw fail('not_yet_known');
  return latest.lines;
}

/** The lines of everything the project needs, entrusted or the unit's own (R8). */
export const neededItemsOf = async (em: EntityManager, caseId: string): Promise<PlanLine[]> =>
  (await planItemsOf(em, caseId)).filter(({ need }) => need === 'needed');
