import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ItemRow } from '#libs/reference/rows.js';
import { Approval } from '../filings/approval.entity.js';
import type { Upstream } from './conversion.js';
import { PreApproval } from './pre-approval.entity.js';

/** The documents this one rests on, each with the day of its formal successor (R57). */
export async function upstreamOf(
  em: EntityManager,
  { caseId, restsOn }: PreApproval,
  items: ReadonlyMap<string, ItemRow>,
): Promise<Upstream[]> {
  if (restsOn.length === 0) return [];
  const above = await em.find(PreApproval, { where: { id: In(restsOn) }, order: { itemCode: 'ASC' } });
  const state = 'decided';
  const formal = await em.findBy(Approval, { caseId, itemCode: In(above.map(({ itemCode }) => itemCode)), state });
  return above.map(({ itemCode, works }) => {
    const item = items.get(itemCode);
    if (!item) throw new Error(`no item ${itemCode} in the catalogue`);
    const granted = formal.find((one) => one.itemCode === itemCode && one.works === works && one.result !== 'refused');
    return { item, formalOn: granted?.decidedOn ?? null };
  });
}
