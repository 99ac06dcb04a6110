import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { widenScope } from '#libs/case-scope/scope-keeper.js';
import { assignmentEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { remindInAWorkday, settleReminder } from '../reminders/reminders.js';
import type { Agent } from '../staff/agent.entity.js';
import { Assignment } from './assignment.entity.js';

type Term = Pick<Assignment, 'caseId' | 'role' | 'reason' | 'overrideReason'>;

/** Begins an agent's work in a case today; a case with a principal is no longer alarmed about (R64). */
export async function beginTerm(context: WorkContext, agent: Agent, term: Term): Promise<Assignment> {
  const { id: agentId, name: agentName, institutionId } = agent;
  const from = context.today;
  const begun = { validFrom: from, validTo: null, endReason: null };
  const assignment = context.add(Assignment, { agentId, institutionId, ...term, ...begun });
  const { caseId, role, reason } = term;
  await widenScope(context, caseId, { agentIds: [agentId] });
  if (role === 'principal') await settleReminder(context, 'principal_missing', caseId);
  const who = { assignmentId: assignment.id, agentId, agentName, institutionId };
  context.publish(assignmentEvents, 'assigned', { caseId, role, reason, from, ...who });
  return assignment;
}

/** Ends it: today is the first day out of the case. */
export function endTerm(context: WorkContext, assignment: Assignment, reason: string): void {
  assignment.validTo = context.today;
  assignment.endReason = reason;
  const { id: assignmentId, caseId, agentId, role } = assignment;
  context.publish(assignmentEvents, 'ended', { caseId, assignmentId, agentId, role, to: context.today, reason });
}

/** As `endTerm`; a case that loses its principal is alarmed about again. */
export async function release(context: WorkContext, assignment: Assignment, reason: string): Promise<void> {
  endTerm(context, assignment, reason);
  if (assignment.role === 'principal') await remindInAWorkday(context, 'principal_missing', assignment.caseId);
}

/** The one principal of a case (R62); null while there is none. */
export const principalOf = (em: EntityManager, caseId: string): Promise<Assignment | null> =>
  em.findOneBy(Assignment, { caseId, role: 'principal', validTo: IsNull() });
