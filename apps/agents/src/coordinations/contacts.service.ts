import { Injectable } from '@nestjs/common';
import { mustSee, widenScope } from '#libs/case-scope/scope-keeper.js';
import type { DirectContact as View, contactDirectly, listDirectContacts } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { routingEvents } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { entrustedItem, lockRunningCase, mustBeFirst, mustBeSigned } from '../cases/cases.js';
import type { KnownCase } from '../cases/cases.js';
import { institutionInService } from '../institutions/administration.js';
import { questionsOf, routeCase } from '../routing/case-routing.js';
import type { Routing } from '../routing/route.js';
import type { Agent } from '../staff/agent.entity.js';
import { agentsById } from '../staff/staff.js';
import { DirectContact } from './direct-contact.entity.js';
import { reach } from './reach.js';

/** The first institution tells the chief contact of one item directly (R37). */
@Injectable()
export class ContactsService {
  async ask(context: WorkContext, { caseId, itemCode, note }: Input<typeof contactDirectly>): Promise<View> {
    const found = await lockRunningCase(context, caseId);
    mustBeSigned(found);
    await mustBeFirst(context, found);
    const { name } = entrustedItem(found, itemCode);
    const { routing, directory } = await routeCase(context.em, found);
    const institution = await institutionInService(context, decidingInstitution(routing, itemCode, name));
    const sought = { institution, itemCode, category: found.scenario };
    const { agent, asSubstitute, asLiaison } = await reach(context, directory, sought);
    const who = { institutionId: institution.id, agentId: agent.id, asLiaison };
    const by = { askedAt: context.now, askedBy: context.principal.name };
    const contact = context.add(DirectContact, { caseId, itemCode, note, asSubstitute, ...who, ...by });
    await this.tell(context, found, contact);
    return contactView(contact, agent);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listDirectContacts>): Promise<{ items: View[] }> {
    await mustSee(context, caseId);
    const contacts = await context.em.find(DirectContact, { where: { caseId }, order: { askedAt: 'ASC' } });
    const agents = await agentsById(
      context.em,
      contacts.map(({ agentId }) => agentId),
    );
    return { items: contacts.map((contact) => contactView(contact, agents.get(contact.agentId))) };
  }

  private async tell(context: WorkContext, { id: caseId }: KnownCase, contact: DirectContact): Promise<void> {
    const { itemCode, institutionId, agentId, asLiaison } = contact;
    await widenScope(context, caseId, { institutionIds: [institutionId], agentIds: [agentId] });
    context.publish(routingEvents, 'contactAsked', { caseId, itemCode, institutionId, agentId, asLiaison });
    await context.flush();
  }
}

/** Where the item is decided: another level, or the first institution itself when the item stayed with it. */
function decidingInstitution(routing: Routing, itemCode: string, item: string): string {
  const open = questionsOf(routing);
  if (open.length > 0) throw fail('routing_open', { open: open.join('') });
  const action = routing.actions.find(({ itemCodes }) => itemCodes.includes(itemCode));
  const direct = action?.kind === 'contact_directly' || action?.kind === 'stays';
  if (direct && action.institutionId !== null) return action.institutionId;
  throw fail('contact_not_direct', { item, reason: action?.reason });
}

const contactView = ({ askedAt, ...rest }: DirectContact, agent: Agent | undefined): View => ({
  ...rest,
  agentName: agent?.name ?? '',
  workPhone: agent?.workPhone ?? '',
  askedAt: askedAt.toISOString(),
});
