import { agentEvents } from '#libs/contracts/facts.js';
import type { NewRow } from '#libs/persistence/row.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { ChiefContact } from './chief-contact.entity.js';

type Term = Omit<NewRow<ChiefContact>, 'validFrom' | 'validTo'>;

export function beginTerm(context: WorkContext, term: Term): ChiefContact {
  const from = context.today;
  const contact = context.add(ChiefContact, { ...term, validFrom: from, validTo: null });
  const { agentId, institutionId, itemCode, category } = contact;
  const fact = { agentId, contactId: contact.id, institutionId, itemCode, category, from };
  context.publish(agentEvents, 'contactAppointed', fact);
  return contact;
}

/** Ends a term: today is the first day out of office. */
export function endTerm(context: WorkContext, contact: ChiefContact): void {
  contact.validTo = context.today;
  const { agentId, id: contactId, validTo: to } = contact;
  context.publish(agentEvents, 'contactEnded', { agentId, contactId, to });
}
