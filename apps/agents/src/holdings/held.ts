import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { HandedRow } from '#libs/contracts/agents.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { caseNames } from '../cases/cases.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import { manages } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { itemNames, regionNames } from '../reference/names.js';
import { Agent } from '../staff/agent.entity.js';

const ROLE_ZH: Record<Assignment['role'], string> = {
  principal: '帮代办专人',
  guide: '审批流程指导员',
  policy_adviser: '政策宣讲员',
  member: '团队成员',
};

/** Something that can be handed over, with its name in words. */
export interface Holding extends Pick<HandedRow, 'kind' | 'label' | 'caseId'> {
  id: string;
}

/** The agent, for himself and for whoever manages the institution he belongs to. */
export async function overseenAgent({ em, principal }: QueryContext, id: string): Promise<Agent> {
  const agent = await em.findOneBy(Agent, { id });
  if (!agent) throw fail('not_found');
  const institution = await em.findOneByOrFail(Institution, { id: agent.institutionId });
  if (principal.agentId === id || (await manages(em, principal, institution))) return agent;
  throw fail('not_your_institution', { institution: institution.name });
}

/** The open terms of one agent; assignments in the order of their cases, so that two acts never wait for each other. */
export async function openTerms(em: EntityManager, agentId: string) {
  const where = { agentId, validTo: IsNull() };
  const [assignments, contacts, liaisons] = await Promise.all([
    em.find(Assignment, { where, order: { caseId: 'ASC', role: 'ASC' } }),
    em.find(ChiefContact, { where, order: { id: 'ASC' } }),
    em.find(ChiefLiaison, { where, order: { id: 'ASC' } }),
  ]);
  return { assignments, contacts, liaisons };
}

/** The same as one list, in words. */
export async function holdingsOf(em: EntityManager, agentId: string): Promise<Holding[]> {
  const { assignments, contacts, liaisons } = await openTerms(em, agentId);
  const [names, items, regions] = await Promise.all([
    caseNames(
      em,
      assignments.map(({ caseId }) => caseId),
    ),
    itemNames(
      em,
      contacts.flatMap(({ itemCode }) => itemCode ?? []),
    ),
    regionNames(
      em,
      liaisons.map(({ regionId }) => regionId),
    ),
  ]);
  return [
    ...assignments.map(({ id, caseId, role }): Holding => {
      return { id, kind: 'assignment', caseId, label: `${names(caseId).projectName}·${ROLE_ZH[role]}` };
    }),
    ...contacts.map(({ id, itemCode, category }): Holding => {
      const subject = category ?? items.get(itemCode ?? '') ?? itemCode ?? '';
      return { id, kind: 'chief_contact', caseId: null, label: `首席帮代办联系人·${subject}` };
    }),
    ...liaisons.map(({ id, regionId }): Holding => {
      return { id, kind: 'chief_liaison', caseId: null, label: `首席联络员·${regions.get(regionId) ?? regionId}` };
    }),
  ];
}
