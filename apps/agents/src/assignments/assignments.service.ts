import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { assignAgent, endAssignment } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { holderOf, lockCase, lockRunningCase } from '../cases/cases.js';
import { Agent } from '../staff/agent.entity.js';
import { lockActiveAgent } from '../staff/staff.js';
import { Assignment } from './assignment.entity.js';
import { assignmentView } from './assignment.view.js';
import { CaseTeam } from './case-team.entity.js';
import { mustAssign, mustBeFit, mustBelong } from './fitness.js';
import { beginTerm, release } from './terms.js';

type Wanted = Input<typeof assignAgent>;

@Injectable()
export class AssignmentsService {
  async assign(context: WorkContext, wanted: Wanted) {
    const { caseId, role, stage, overrideReason } = wanted;
    const found = await lockRunningCase(context, caseId);
    const holder = await holderOf(context.em, found);
    await mustAssign(context, holder);
    const agent = await lockActiveAgent(context, wanted.agentId);
    await this.mustBeVacant(context, wanted, agent);
    if (role === 'member' && !(await context.em.existsBy(CaseTeam, { caseId }))) throw fail('team_not_formed');
    if (role === 'principal') mustBelong(agent, holder, overrideReason);
    if (role === 'principal' && found.planVersion === null) throw fail('not_yet_known');
    await mustBeFit(context, found, agent, { role, stage });
    const { reason } = wanted;
    const assignment = await beginTerm(context, agent, { caseId, role, reason, overrideReason });
    await context.flush();
    return assignmentView(context.em, assignment);
  }

  async end(context: WorkContext, { caseId, assignmentId, reason }: Input<typeof endAssignment>) {
    const found = await lockCase(context, caseId);
    await mustAssign(context, await holderOf(context.em, found));
    const assignment = await context.lock(Assignment, { id: assignmentId, caseId });
    if (!assignment) throw fail('not_found');
    if (assignment.validTo !== null) throw fail('assignment_ended', { on: assignment.validTo });
    await release(context, assignment, reason);
    await context.flush();
    return assignmentView(context.em, assignment);
  }

  /** One principal and one guide a case (R62); the database parts two who come at the same moment. */
  private async mustBeVacant(context: WorkContext, { caseId, role }: Wanted, agent: Agent): Promise<void> {
    const inRole = await context.em.findBy(Assignment, { caseId, role, validTo: IsNull() });
    const [holder] = inRole;
    const inOffice = holder && (await context.em.findOneByOrFail(Agent, { id: holder.agentId }));
    const taken = { name: inOffice?.name ?? '' };
    const twice = fail('assigned_already', { name: agent.name });
    context.onConflict('uq_assignment_principal', fail('principal_exists', taken));
    context.onConflict('uq_assignment_guide', fail('guide_exists', taken));
    context.onConflict('uq_assignment_agent', twice);
    if (inRole.some(({ agentId }) => agentId === agent.id)) throw twice;
    if (holder && role === 'principal') throw fail('principal_exists', taken);
    if (holder && role === 'guide') throw fail('guide_exists', taken);
  }
}
