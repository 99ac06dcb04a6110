import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { fail, sentence } from '#libs/contracts/errors.js';
import type { ProjectEligibility } from '#libs/contracts/projects.js';
import { dayOf } from '#libs/messaging/context.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { ServiceCase } from '../cases/service-case.entity.js';
import { RUNNING } from '../cases/service-case.machine.js';
import { namesOf } from '../directory/names.js';
import { membershipsOf } from '../project-lists/in-force.js';
import { Unit } from '../units/unit.entity.js';
import { Project } from './project.entity.js';

type Eligibility = z.input<typeof ProjectEligibility>;

@Injectable()
export class EligibilityService {
  async list({ em, principal, today }: QueryContext) {
    const unit = principal.unitId === null ? null : await em.findOneBy(Unit, { id: principal.unitId });
    if (!unit) throw fail('unit_not_found');
    const year = Number(today.slice(0, 4));
    const listed = await membershipsOf(em, unit.uscc, year);
    const projects = await em.find(Project, { where: { unitId: unit.id }, order: { number: 'DESC' } });
    const entered = new Map(projects.map((project) => [project.nameKey, project]));
    const served = await servedOf(em, projects);
    const items = [...new Set([...listed.keys(), ...entered.keys()])].map((key): Eligibility => {
      const [project, membership] = [entered.get(key), listed.get(key)];
      const base = {
        projectName: project?.name ?? membership?.name ?? '',
        projectId: project?.id ?? null,
        grade: membership?.grade ?? null,
      };
      const running = project && served.get(project.id);
      if (running) return { ...base, standing: 'served', ...running };
      if (membership) return { ...base, standing: 'eligible', reason: `${membership.reason}。`, served: null };
      return { ...base, standing: 'not_listed', reason: sentence('project_not_listed', { year }, 'zh'), served: null };
    });
    return { items };
  }
}

/** The cases of these projects that are not over, by project, in the words in which `apply` refuses a second one (R31). */
async function servedOf(em: EntityManager, projects: readonly Project[]) {
  const ids = projects.map(({ id }) => id);
  const cases = await em.findBy(ServiceCase, { projectId: In(ids), state: In(RUNNING) });
  const first = cases.map(({ firstInstitutionId }) => firstInstitutionId);
  const names = await namesOf(em, first);
  return new Map(
    cases.map(({ id: caseId, projectId, number, appliedAt, firstInstitutionId }) => {
      if (!appliedAt) throw new Error(`case ${caseId} runs without an application`);
      const appliedOn = dayOf(appliedAt);
      const params = { number, appliedOn, institution: names.get(firstInstitutionId) };
      return [projectId, { reason: sentence('case_running', params, 'zh'), served: { caseId, number, appliedOn } }];
    }),
  );
}
