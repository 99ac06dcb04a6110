import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { neededItemsOf } from '../item-plans/current-plan.js';
import type { PlanLine } from '../item-plans/lines.js';
import { milestonesReached } from '../milestones/reached.js';
import { PreApproval } from '../pre-approvals/pre-approval.entity.js';
import { Approval } from './approval.entity.js';
import { isPerWorks, standingOf } from './prerequisites.js';
import type { OwnItem, Standing } from './prerequisites.js';

/** One needed item of a case: what the plan decided about it, its catalogue row and the copy of the case. */
export interface PlannedItem {
  copy: CaseCopy;
  plan: PlanLine;
  item: ItemRow;
  items: ReadonlyMap<string, ItemRow>;
}

/** Refuses an item that the case does not need, and a filing without its works or with one that the item has not (R131). */
export async function plannedItem(
  { em, today }: QueryContext,
  { caseId, itemCode, works }: { caseId: string; itemCode: string; works: string | null },
  asked: 'one_filing' | 'any_works' = 'one_filing',
): Promise<PlannedItem> {
  const copy = await em.findOneBy(CaseCopy, { id: caseId });
  if (!copy) throw fail('not_yet_known');
  const items = await itemsOn(em, today);
  const item = items.get(itemCode);
  const plan = (await neededItemsOf(em, caseId)).find((one) => one.itemCode === itemCode);
  if (!item || !plan) throw fail('item_outside_plan', { item: item?.nameZh ?? itemCode });
  if (isPerWorks(itemCode) && works === null && asked === 'one_filing')
    throw fail('works_required', { item: item.nameZh });
  if (!isPerWorks(itemCode) && works !== null) throw fail('works_not_applicable', { item: item.nameZh });
  return { copy, plan, item, items };
}

/** Everything the project needs, entrusted or its own, with how far each has come (R8). */
export async function ownSetOf(em: EntityManager, caseId: string): Promise<OwnItem[]> {
  const [needed, approvals, preApprovals, reached] = await Promise.all([
    neededItemsOf(em, caseId),
    em.findBy(Approval, { caseId }),
    em.findBy(PreApproval, { caseId, state: 'issued' }),
    milestonesReached(em, caseId),
  ]);
  // X0 is needed only where the document of the existing land was found in order.
  const isThere = (code: string) => code === 'X0' || reached.has(code);
  return needed.flatMap(({ itemCode: code, entrusted }) => {
    const mine = approvals.filter(({ itemCode }) => itemCode === code);
    const pre = preApprovals.filter(({ itemCode }) => itemCode === code);
    const works = new Set([...mine, ...pre].map((one) => one.works));
    const nodes = works.size > 0 ? [...works] : [null];
    return nodes.map((one): OwnItem => {
      const isPreApproved = pre.some((each) => each.works === one);
      const ofWorks = mine.filter((each) => each.works === one);
      return { code, works: one, entrusted, standing: isThere(code) ? 'decided' : standing(ofWorks, isPreApproved) };
    });
  });
}

/** The best of the filings of an item: earlier ones that ended without effect say nothing. */
function standing(filings: readonly Approval[], isPreApproved: boolean): Standing {
  const standings = filings.map((filing): Standing => {
    const stands = standingOf(filing, isPreApproved);
    return stands === 'decided' && filing.source === 'back_filled' ? 'back_filled' : stands;
  });
  const best = (['decided', 'back_filled', 'to_be_verified'] as const).find((each) => standings.includes(each));
  return best ?? (isPreApproved ? 'pre_approved' : 'open');
}
