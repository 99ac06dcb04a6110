import { IsNull } from 'typeorm';
import type { handOverAll } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { mustAssign, mustBeFit, mustBelong } from '../assignments/fitness.js';
import { beginTerm, endTerm } from '../assignments/terms.js';
import { holderOf, lockRunningCase } from '../cases/cases.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import { beginTerm as beginContact, endTerm as endContact } from '../chief-contacts/terms.js';
import { admitProposal, mustBeOnlyOne, openProposal } from '../hand-overs/proposal.js';
import { institutionInService, manages, mustManage } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { beginTerm as beginLiaison, endTerm as endLiaison, mustBeNew } from '../liaisons/terms.js';
import { lockActiveAgent, lockAgentOf, mustSubstitute } from '../staff/staff.js';
import type { Holding } from './held.js';

// Each row is first admitted, which changes nothing, and moved once it is known what becomes of all of them.

/** Who takes one holding, and why it is handed over. */
export interface Taking extends Omit<Input<typeof handOverAll>['takers'][number], 'holdingId'> {
  reason: string;
}

export interface Move {
  outcome: 'moved' | 'proposed';
  /** Returns the id of the new term, or of the proposal. */
  make: () => Promise<string>;
}

/** Refuses as the single act would; the caller makes the move. */
export function admit(context: WorkContext, { id, kind }: Holding, taking: Taking): Promise<Move> {
  switch (kind) {
    case 'assignment':
      return admitAssignment(context, id, taking);
    case 'chief_contact':
      return admitContact(context, id, taking);
    case 'chief_liaison':
      return admitLiaison(context, id, taking);
  }
}

/** At once by a manager of the institution that holds the case; the principal himself proposes it (R62). */
async function admitAssignment(context: WorkContext, id: string, taking: Taking): Promise<Move> {
  const { caseId, role, agentId } = await context.em.findOneByOrFail(Assignment, { id });
  const found = await lockRunningCase(context, caseId);
  const holder = await holderOf(context.em, found);
  const isOwn = agentId === context.principal.agentId;
  if (role === 'principal' && isOwn && !(await manages(context.em, context.principal, holder))) {
    return admitOwn(context, caseId, taking);
  }
  await mustAssign(context, holder);
  const assignment = await context.lock(Assignment, { id, validTo: IsNull() });
  if (!assignment) throw fail('assignment_ended', { on: context.today });
  const { toAgentId, stage, overrideReason, reason } = taking;
  const to = await lockActiveAgent(context, toAgentId);
  if (await context.em.existsBy(Assignment, { caseId, role, agentId: to.id, validTo: IsNull() })) {
    throw fail('assigned_already', { name: to.name });
  }
  if (role === 'principal') {
    mustBelong(to, holder, overrideReason);
    if (found.planVersion === null) throw fail('not_yet_known');
    await mustBeOnlyOne(context, caseId);
  }
  await mustBeFit(context, found, to, { role, stage });
  return {
    outcome: 'moved',
    make: async () => {
      endTerm(context, assignment, `交接:${reason}`);
      return (await beginTerm(context, to, { caseId, role, reason, overrideReason })).id;
    },
  };
}

async function admitOwn(context: WorkContext, caseId: string, { reason, ...taking }: Taking): Promise<Move> {
  const proposal = { caseId, reason, openMatters: reason, ...taking };
  const admitted = await admitProposal(context, proposal);
  return { outcome: 'proposed', make: async () => (await openProposal(context, proposal, admitted)).id };
}

/** As the replacement of a chief contact (R27); the substitute stays, unless it is the successor. */
async function admitContact(context: WorkContext, id: string, { toAgentId }: Taking): Promise<Move> {
  const contact = await context.lock(ChiefContact, { id, validTo: IsNull() });
  if (!contact) throw fail('chief_contact_ended', { on: context.today });
  const institution = await institutionInService(context, contact.institutionId);
  await mustManage(context, institution);
  const to = await lockAgentOf(context, toAgentId, institution);
  if (to.id === contact.agentId) throw fail('assigned_already', { name: to.name });
  const { institutionId, itemCode, category } = contact;
  const substituteId = contact.substituteId === to.id ? null : contact.substituteId;
  await mustSubstitute(context.em, substituteId, to);
  return {
    outcome: 'moved',
    make: () => {
      endContact(context, contact);
      const begun = beginContact(context, { institutionId, itemCode, category, agentId: to.id, substituteId });
      return Promise.resolve(begun.id);
    },
  };
}

/** As the replacement of a chief liaison: the seat is never empty (R25, R27). */
async function admitLiaison(context: WorkContext, id: string, { toAgentId, reason }: Taking): Promise<Move> {
  const { institutionId } = await context.em.findOneByOrFail(ChiefLiaison, { id });
  const institution = await context.lock(Institution, { id: institutionId });
  if (!institution) throw fail('not_found');
  await mustManage(context, institution);
  const liaison = await context.lock(ChiefLiaison, { id, validTo: IsNull() });
  if (!liaison) throw fail('liaison_ended', { on: context.today });
  const to = await lockAgentOf(context, toAgentId, institution);
  await mustBeNew(context, to);
  const { regionId, seat } = liaison;
  return {
    outcome: 'moved',
    make: () => {
      endLiaison(context, liaison, reason);
      return Promise.resolve(beginLiaison(context, { agentId: to.id, institutionId, regionId, seat }).id);
    },
  };
}
