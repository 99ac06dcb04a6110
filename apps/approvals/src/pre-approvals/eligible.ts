import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { materialsOf } from '../catalogue/catalogue.js';
import { ownSetOf } from '../filings/own-set.js';
import { chainLinks } from './chain.js';
import { eligibility } from './eligibility.js';
import type { PreApprovalApplication } from './eligibility.js';
import { PreApproval } from './pre-approval.entity.js';

interface Applied extends Omit<PreApprovalApplication, 'item'> {
  caseId: string;
  item: ItemRow;
  items: ReadonlyMap<string, ItemRow>;
}

/** Ids of the pre-approvals it rests on; refuses in words what may not be pre-approved (R51, R56, R60). */
export async function mustBeEligible({ em }: WorkContext, applied: Applied): Promise<string[]> {
  const { caseId, items, item } = applied;
  const links = chainLinks(await materialsOf(em, [...items.keys()]));
  const found = eligibility(applied, await ownSetOf(em, caseId), links);
  const names = (codes: readonly string[]) => [...new Set(codes)].map((code) => `“${items.get(code)?.nameZh ?? code}”`);
  if ('eligible' in found) return await documentsOf({ em }, applied, found.restsOn);
  switch (found.refused) {
    case 'not_offered':
      throw fail('pre_approval_not_offered', { item: item.nameZh });
    case 'nothing_reviewed':
      throw fail('nothing_reviewed');
    case 'nothing_missing':
      throw fail('nothing_missing');
    case 'condition_not_controllable':
      throw fail('condition_not_controllable', { conditions: found.conditions.map((name) => `“${name}”`) });
    case 'technical_step_open':
      throw fail('technical_step_open', { items: names(found.items) });
    case 'upstream_open':
      throw fail('upstream_not_pre_approved', { items: names(found.items) });
    case 'condition_unlisted':
      throw fail('condition_unlisted', { items: names(found.items) });
  }
}

async function documentsOf(
  { em }: Pick<WorkContext, 'em'>,
  { caseId, works }: Applied,
  codes: string[],
): Promise<string[]> {
  const issued = await em.find(PreApproval, { where: { caseId, state: 'issued' }, order: { itemCode: 'ASC' } });
  return issued
    .filter((one) => codes.includes(one.itemCode) && (one.works === null || works === null || one.works === works))
    .map(({ id }) => id);
}
