import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { agentEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { Agent } from '../staff/agent.entity.js';
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

/** Nobody is chief liaison twice; two who appoint at the same moment are parted by the database. */
export async function mustBeNew(context: WorkContext, { id: agentId, name }: Agent): Promise<void> {
  const already = fail('liaison_already', { name });
  context.onConflict('uq_chief_liaison_agent', already);
  if (await context.em.existsBy(ChiefLiaison, { agentId, validTo: IsNull() })) throw already;
}
