import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { KnownCase } from '../cases/cases.js';
import { manages } from '../institutions/administration.js';
import type { Institution } from '../institutions/institution.entity.js';
import type { Agent, AgentClass } from '../staff/agent.entity.js';
import type { Assignment } from './assignment.entity.js';
import { candidatesOf, requestOf } from './candidates.js';
import { Inspection } from './inspection.entity.js';
import { suggest } from './suggest.js';
import type { HelperStage } from './suggest.js';

/** Class an agent must have for a role; a member of a team may have any that works. */
export const CLASS_OF_ROLE: Record<Assignment['role'], AgentClass | null> = {
  principal: 'helper',
  guide: 'guide',
  policy_adviser: 'policy_adviser',
  member: null,
};

const CLASS_ZH: Record<AgentClass, string> = {
  manager: '总体工作管理员',
  guide: '审批流程指导员',
  helper: '帮代办服务员',
  policy_adviser: '审批政策宣讲员',
  inspector: '工作督导员',
};

/** 403 unless a manager of the institution that holds the case, or of one above it. */
export async function mustAssign({ em, principal }: WorkContext, holder: Institution): Promise<void> {
  if (await manages(em, principal, holder)) return;
  throw fail('not_assigning_institution', { institution: holder.name });
}

interface Duty {
  role: Assignment['role'];
  /** Of a principal: the stage that is taken on now; null = the first one. */
  stage: HelperStage | null;
}

/** Refuses who inspects the case (R103), has another class (R15, R16), no contract (R17), course (R23) or qualification (R20). */
export async function mustBeFit(context: WorkContext, found: KnownCase, agent: Agent, duty: Duty): Promise<void> {
  const { id: agentId, name } = agent;
  if (await context.em.existsBy(Inspection, { caseId: found.id, agentId })) throw fail('agent_inspects_case', { name });
  const misplaced = wrongClass(agent, duty.role);
  if (misplaced !== null) throw fail('agent_unfit', { name, reasons: misplaced });
  const role = duty.role === 'principal' ? 'principal_helper' : 'guide';
  const request = await requestOf(context, found, { role, stage: duty.stage });
  const { excluded } = suggest(request, await candidatesOf(context, found.id, [agent]));
  const [unfit] = excluded;
  if (unfit) throw fail('agent_unfit', { name, reasons: unfit.reasons.join('') });
}

function wrongClass({ classes }: Agent, role: Assignment['role']): string | null {
  const needed = CLASS_OF_ROLE[role];
  if (needed !== null) return classes.includes(needed) ? null : `不是${CLASS_ZH[needed]}。`;
  return classes.some((each) => each !== 'inspector') ? null : '工作督导员不参与办理。';
}

/** The principal belongs to the institution that holds the case, or there is a reason (R41). */
export function mustBelong(agent: Agent, holder: Institution, overrideReason: string | null): void {
  if (agent.institutionId === holder.id || overrideReason !== null) return;
  throw fail('assignee_elsewhere', { name: agent.name, institution: holder.name });
}
