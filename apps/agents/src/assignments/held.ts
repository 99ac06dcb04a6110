import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { HeldAssignment } from '#libs/contracts/agents.js';
import { caseNames } from '../cases/cases.js';
import { institutionsById } from '../institutions/administration.js';
import type { Assignment } from './assignment.entity.js';
import { assignmentViews } from './assignment.view.js';
import { CaseTeam } from './case-team.entity.js';
import { openLoads } from './load.js';

/** Assignments with their cases in words and the load of their agents. */
export async function heldViews(em: EntityManager, assignments: readonly Assignment[]): Promise<HeldAssignment[]> {
  const caseIds = assignments.map(({ caseId }) => caseId);
  const [views, names, institutions, teams, loads] = await Promise.all([
    assignmentViews(em, assignments),
    caseNames(em, caseIds),
    institutionsById(
      em,
      assignments.map(({ institutionId }) => institutionId),
    ),
    em.findBy(CaseTeam, { caseId: In(caseIds) }),
    openLoads(
      em,
      assignments.map(({ agentId }) => agentId),
    ),
  ]);
  const withTeam = new Set(teams.map(({ caseId }) => caseId));
  return views.map((view) => ({
    ...view,
    ...names(view.caseId),
    institutionName: institutions.get(view.institutionId)?.name ?? '',
    leadsTeam: view.role === 'principal' && withTeam.has(view.caseId),
    agentLoad: loads.get(view.agentId) ?? 0,
  }));
}
