import { Injectable } from '@nestjs/common';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { Team, beginInspection, formTeam, getTeam } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { holderOf, lockCase, lockRunningCase } from '../cases/cases.js';
import { agentsById } from '../staff/staff.js';
import { Assignment } from './assignment.entity.js';
import { assignmentViews } from './assignment.view.js';
import { CaseTeam } from './case-team.entity.js';
import { mustAssign } from './fitness.js';
import { Inspection } from './inspection.entity.js';
import { teamActions } from './team-actions.js';
import { principalOf } from './terms.js';

@Injectable()
export class TeamService {
  async get(context: QueryContext, { caseId }: Input<typeof getTeam>): Promise<Team> {
    await mustSee(context, caseId);
    return this.read(context, caseId);
  }

  /** A team only for a complex case, led by its principal (R63). */
  async form(context: WorkContext, { caseId, reason }: Input<typeof formTeam>): Promise<Team> {
    const found = await lockRunningCase(context, caseId);
    await mustAssign(context, await holderOf(context.em, found));
    if (!(await principalOf(context.em, caseId))) throw fail('principal_missing');
    const formed = await context.em.findOneBy(CaseTeam, { caseId });
    if (formed) throw fail('team_formed', { reason: formed.reason });
    context.add(CaseTeam, { caseId, reason, validFrom: context.today });
    await context.flush();
    return this.read(context, caseId);
  }

  /** An inspector never inspects a case he has worked in (R103). */
  async inspect(context: WorkContext, { caseId }: Input<typeof beginInspection>) {
    await lockCase(context, caseId);
    const { agentId } = context.principal;
    if (agentId === null) throw fail('forbidden', { permission: 'inspection:begin' });
    if (await context.em.existsBy(Assignment, { caseId, agentId })) throw fail('inspects_own_case');
    if (await context.em.existsBy(Inspection, { caseId, agentId })) throw fail('inspection_begun');
    const { id, version, validFrom } = context.add(Inspection, { caseId, agentId, validFrom: context.today });
    return { id, version, caseId, agentId, from: validFrom };
  }

  private async read(context: QueryContext, caseId: string): Promise<Team> {
    const { em } = context;
    const team = await em.findOneBy(CaseTeam, { caseId });
    const assignments = await em.find(Assignment, { where: { caseId }, order: { validFrom: 'ASC', id: 'ASC' } });
    const inspections = await em.find(Inspection, { where: { caseId }, order: { validFrom: 'ASC', id: 'ASC' } });
    const inspectors = await agentsById(
      em,
      inspections.map(({ agentId }) => agentId),
    );
    const leaderId = (await principalOf(em, caseId))?.agentId ?? null;
    return {
      caseId,
      complexity: team && { reason: team.reason, from: team.validFrom },
      leaderId,
      assignments: await assignmentViews(em, assignments),
      inspectors: inspections.map(({ agentId, validFrom }) => ({
        agentId,
        agentName: inspectors.get(agentId)?.name ?? '',
        from: validFrom,
      })),
      actions: await teamActions(context, caseId, { leaderId, formed: team !== null, assignments, inspections }),
    };
  }
}
