import { fail } from '#libs/contracts/errors.js';
import { isVisible } from '#libs/case-scope/visible.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { PreApprovalCondition } from './condition.entity.js';
import { PreApproval } from './pre-approval.entity.js';

/** 404 unless the reader may know of it; the same answer as for one that does not exist (R78). */
export async function mustSeePreApproval({ em, principal }: QueryContext, id: string): Promise<void> {
  if (!(await isVisible(em, { target: PreApproval, id }, principal))) throw fail('pre_approval_not_found');
}

export async function lockPreApproval(context: WorkContext, id: string): Promise<PreApproval> {
  await mustSeePreApproval(context, id);
  const found = await context.lock(PreApproval, { id });
  if (!found) throw fail('pre_approval_not_found');
  return found;
}

/** Its missing conditions, in the order in which they were listed. */
export async function conditionsOf(context: WorkContext, preApprovalId: string): Promise<PreApprovalCondition[]> {
  const conditions = await context.lockAll(PreApprovalCondition, { preApprovalId });
  return conditions.toSorted((one, other) => one.position - other.position);
}

/** The item of a pre-approval as the catalogue has it today, and all others. */
export async function itemOf(
  { em, today }: QueryContext,
  { itemCode }: PreApproval,
): Promise<{ item: ItemRow; items: ReadonlyMap<string, ItemRow> }> {
  const items = await itemsOn(em, today);
  const item = items.get(itemCode);
  if (!item) throw new Error(`no item ${itemCode} in the catalogue`);
  return { item, items };
}
