import type { EntityManager } from 'typeorm';
import type { ChiefContact as View } from '#libs/contracts/agents.js';
import { institutionsById } from '../institutions/administration.js';
import { itemNames } from '../reference/names.js';
import { agentsById } from '../staff/staff.js';
import type { ChiefContact } from './chief-contact.entity.js';

export async function contactViews(em: EntityManager, contacts: readonly ChiefContact[]): Promise<View[]> {
  const agents = await agentsById(
    em,
    contacts.flatMap(({ agentId, substituteId }) => [agentId, ...(substituteId === null ? [] : [substituteId])]),
  );
  const institutions = await institutionsById(
    em,
    contacts.map(({ institutionId }) => institutionId),
  );
  const items = await itemNames(
    em,
    contacts.map(({ itemCode }) => itemCode ?? ''),
  );
  return contacts.map(({ validFrom, validTo, ...rest }) => ({
    ...rest,
    institutionName: institutions.get(rest.institutionId)?.name ?? '',
    itemName: rest.itemCode === null ? null : (items.get(rest.itemCode) ?? rest.itemCode),
    agentName: agents.get(rest.agentId)?.name ?? '',
    workPhone: agents.get(rest.agentId)?.workPhone ?? '',
    substituteName: agents.get(rest.substituteId ?? '')?.name ?? null,
    from: validFrom,
    to: validTo,
  }));
}

export async function contactView(em: EntityManager, contact: ChiefContact): Promise<View> {
  const [view] = await contactViews(em, [contact]);
  if (!view) throw new Error('one contact has one view');
  return view;
}
