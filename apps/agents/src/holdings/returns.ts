import { IsNull } from 'typeorm';
import type { HandedRow } from '#libs/contracts/agents.js';
import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { mustAssign } from '../assignments/fitness.js';
import { beginTerm, endTerm } from '../assignments/terms.js';
import { holderOf, lockRunningCase } from '../cases/cases.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import { beginTerm as beginContact, endTerm as endContact } from '../chief-contacts/terms.js';
import { HandOver } from '../hand-overs/hand-over.entity.js';
import { giveBack } from '../hand-overs/proposal.js';
import { mustManage } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { beginTerm as beginLiaison, endTerm as endLiaison } from '../liaisons/terms.js';
import type { Agent } from '../staff/agent.entity.js';

const UNDONE = '撤销批量交接';

/** How one row goes back to the agent; null when something has moved since. Nothing is changed before it is called. */
type Return = (() => Promise<void>) | null;

/** Terms are never erased: the new one ends, and another of the same kind begins on the same day. */
export function admitReturn(context: WorkContext, agent: Agent, row: HandedRow): Promise<Return> {
  const newId = row.newId ?? '';
  if (row.outcome === 'proposed') return withdrawal(context, newId);
  switch (row.kind) {
    case 'assignment':
      return assignmentBack(context, agent, newId);
    case 'chief_contact':
      return contactBack(context, agent, newId);
    case 'chief_liaison':
      return liaisonBack(context, agent, newId);
  }
}

async function withdrawal(context: WorkContext, id: string): Promise<Return> {
  const { caseId } = await context.em.findOneByOrFail(HandOver, { id });
  await lockRunningCase(context, caseId);
  const handOver = await context.lock(HandOver, { id, state: 'proposed' });
  if (!handOver) return null;
  return () => Promise.resolve(giveBack(context, handOver, UNDONE));
}

async function assignmentBack(context: WorkContext, agent: Agent, id: string): Promise<Return> {
  const { caseId } = await context.em.findOneByOrFail(Assignment, { id });
  const found = await lockRunningCase(context, caseId);
  await mustAssign(context, await holderOf(context.em, found));
  const assignment = await context.lock(Assignment, { id, validTo: IsNull() });
  if (!assignment) return null;
  const { role, overrideReason } = assignment;
  const isBack = await context.em.existsBy(Assignment, { caseId, role, agentId: agent.id, validTo: IsNull() });
  const isProposed = role === 'principal' && (await context.em.existsBy(HandOver, { caseId, state: 'proposed' }));
  if (isBack || isProposed) return null;
  return async () => {
    endTerm(context, assignment, UNDONE);
    await beginTerm(context, agent, { caseId, role, reason: UNDONE, overrideReason });
  };
}

async function contactBack(context: WorkContext, { id: agentId }: Agent, id: string): Promise<Return> {
  const contact = await context.lock(ChiefContact, { id, validTo: IsNull(), version: 1 });
  if (!contact) return null;
  await mustManage(context, await context.em.findOneByOrFail(Institution, { id: contact.institutionId }));
  const { institutionId, itemCode, category, substituteId } = contact;
  return () => {
    endContact(context, contact);
    beginContact(context, { institutionId, itemCode, category, agentId, substituteId });
    return Promise.resolve();
  };
}

async function liaisonBack(context: WorkContext, { id: agentId }: Agent, id: string): Promise<Return> {
  const { institutionId } = await context.em.findOneByOrFail(ChiefLiaison, { id });
  const institution = await context.lock(Institution, { id: institutionId });
  if (!institution) throw fail('not_found');
  await mustManage(context, institution);
  const liaison = await context.lock(ChiefLiaison, { id, validTo: IsNull() });
  if (!liaison || (await context.em.existsBy(ChiefLiaison, { agentId, validTo: IsNull() }))) return null;
  const { regionId, seat } = liaison;
  return () => {
    endLiaison(context, liaison, UNDONE);
    beginLiaison(context, { agentId, institutionId, regionId, seat });
    return Promise.resolve();
  };
}
