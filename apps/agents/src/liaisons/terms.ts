import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { agentEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { ChiefLiaison } from './chief-liaison.entity.js';

/** Begins a term today; its seat is given by the caller, null at the city. */
export function beginTerm(
  context: WorkContext,
  term: Pick<ChiefLiaison, 'agentId' | 'institutionId' | 'regionId' | 'seat'>,
): ChiefLiaison {
  const from = context.today;
  const liaison = context.add(ChiefLiaison, { ...term, validFrom: from, validTo: null, endReason: null });
  const { agentId, regionId } = term;
  context.publish(agentEvents, 'liaisonAppointed', { agentId, liaisonId: liaison.id, regionId, from });
  return liaison;
}

/** Ends a term: today is the first day out of office. */
export function endTerm(context: WorkContext, liaison: ChiefLiaison, reason: string): void {
  const { id: liaisonId, agentId, regionId } = liaison;
  liaison.validTo = context.today;
  liaison.endReason = reason;
  context.publish(agentEvents, 'liaisonEnded', { agentId, liaisonId, regionId, to: context.today });
}

/** In office now, by seat. */
export const liaisonsInOffice = (em: EntityManager, institutionId: string): Promise<ChiefLiaison[]> =>
  em.find(ChiefLiaison, { where: { institutionId, validTo: IsNull() }, order: { seat: 'ASC', id: 'ASC' } });
