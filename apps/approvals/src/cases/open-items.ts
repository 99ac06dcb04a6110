import type { EntityManager } from 'typeorm';
import { Approval } from '../filings/approval.entity.js';
import { neededItemsOf } from '../item-plans/current-plan.js';

interface OpenItem {
  itemCode: string;
  name: string;
}

const ENDED = ['decided', 'cancelled', 'not_accepted', 'withdrawn', 'revoked'];

/**
 * Entrusted items of which nothing was filed or not everything has ended (R6). What agents only track, and what the
 * unit does by itself, keeps no case open; a decision recorded from elsewhere is open until it is confirmed (R132).
 */
export async function openEntrustedItems(em: EntityManager, caseId: string): Promise<OpenItem[]> {
  const served = (await neededItemsOf(em, caseId)).filter(({ mode }) => mode === '代办' || mode === '协助办理');
  const approvals = await em.findBy(Approval, { caseId });
  const isDone = (itemCode: string): boolean => {
    const filings = approvals.filter((filing) => filing.itemCode === itemCode);
    return filings.length > 0 && filings.every(({ state, claim }) => ENDED.includes(state) && claim === null);
  };
  return served.filter(({ itemCode }) => !isDone(itemCode)).map(({ itemCode, name }) => ({ itemCode, name }));
}
