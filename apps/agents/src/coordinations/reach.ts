import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import type { Institution } from '../institutions/institution.entity.js';
import { liaisonsInOffice } from '../liaisons/terms.js';
import { chiefContactOf } from '../routing/directory.js';
import type { Directory } from '../routing/directory.js';
import type { Agent } from '../staff/agent.entity.js';
import { agentsById, leavesOn } from '../staff/staff.js';

export interface Reached {
  agent: Agent;
  asSubstitute: boolean;
  /** Nobody else could be found: shown red, never a failure (R37). */
  asLiaison: boolean;
}

interface Sought {
  institution: Institution;
  itemCode: string;
  category: string;
}

/**
 * Who is told of an item at an institution today: its chief contact; on leave the substitute (R26); else a chief
 * liaison, one who is there before one on leave (R37). 409 only when the institution has no liaison at all.
 */
export async function reach(context: QueryContext, directory: Directory, sought: Sought): Promise<Reached> {
  const { em, today } = context;
  const { institution, itemCode, category } = sought;
  const contactId = chiefContactOf(directory, institution.id, itemCode, category);
  const contact = contactId === null ? null : await em.findOneByOrFail(ChiefContact, { id: contactId });
  const liaisons = await liaisonsInOffice(em, institution.id);
  const chiefs = contact ? [contact.agentId] : [];
  const liaisonIds = liaisons.map(({ agentId }) => agentId);
  const leaves = await leavesOn(em, today, [...chiefs, ...liaisonIds]);
  const substitutes = chiefs.flatMap((id) => [contact?.substituteId, leaves.get(id)?.substituteId]);
  const present = await presentAgents(em, today, [...chiefs, ...substitutes, ...liaisonIds]);
  const find = (ids: readonly (string | null | undefined)[]) => present.find(({ id }) => ids.includes(id));
  const chief = find(chiefs);
  if (chief) return { agent: chief, asSubstitute: false, asLiaison: false };
  const substitute = find(substitutes);
  if (substitute) return { agent: substitute, asSubstitute: true, asLiaison: false };
  const liaison = find(liaisonIds) ?? (await agentsById(em, liaisonIds)).get(liaisonIds[0] ?? '');
  if (!liaison) throw fail('no_chief_liaison', { institution: institution.name });
  return { agent: liaison, asSubstitute: false, asLiaison: true };
}

/** Those of the agents who are in office and not on leave that day, in the order asked. */
async function presentAgents(
  em: EntityManager,
  day: string,
  ids: readonly (string | null | undefined)[],
): Promise<Agent[]> {
  const known = ids.filter((id) => id !== null && id !== undefined);
  const agents = await agentsById(em, known);
  const leaves = await leavesOn(em, day, known);
  return known
    .map((id) => agents.get(id))
    .filter((agent) => agent !== undefined)
    .filter(({ id, validTo }) => validTo === null && !leaves.has(id));
}
