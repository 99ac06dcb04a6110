import type { EntityManager } from 'typeorm';
import type { Assignment as View } from '#libs/contracts/agents.js';
import { agentsById } from '../staff/staff.js';
import type { Assignment } from './assignment.entity.js';

export async function assignmentViews(em: EntityManager, assignments: readonly Assignment[]): Promise<View[]> {
  const agents = await agentsById(
    em,
    assignments.map(({ agentId }) => agentId),
  );
  return assignments.map(({ validFrom, validTo, ...rest }) => ({
    ...rest,
    agentName: agents.get(rest.agentId)?.name ?? '',
    workPhone: agents.get(rest.agentId)?.workPhone ?? '',
    from: validFrom,
    to: validTo,
  }));
}

export async function assignmentView(em: EntityManager, assignment: Assignment): Promise<View> {
  const [view] = await assignmentViews(em, [assignment]);
  if (!view) throw new Error('one assignment has one view');
  return view;
}
