import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { widenScope } from '#libs/case-scope/scope-keeper.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents, projectEvents } from '#libs/contracts/facts.js';
import type { applyForService, confirmApplication, terminateCase } from '#libs/contracts/projects.js';
import { dayOf } from '#libs/messaging/context.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Institution } from '../directory/institution.entity.js';
import { namesOf } from '../directory/names.js';
import { CaseProgress } from '../progress/case-progress.entity.js';
import { membershipOf } from '../project-lists/in-force.js';
import type { Membership } from '../project-lists/in-force.js';
import { mustKnow } from '../projects/known-projects.js';
import { Project } from '../projects/project.entity.js';
import { snapshotOf } from '../projects/project.view.js';
import { Unit } from '../units/unit.entity.js';
import { lockCase, ofInstitution, progressOf } from './access.js';
import { caseHead } from './case.view.js';
import { ServiceCase } from './service-case.entity.js';
import { RUNNING, next } from './service-case.machine.js';

type Application = Input<typeof applyForService>;

/** A project that may be served now, its row locked: two applications for it wait for each other. */
interface Admitted {
  project: Project;
  unit: Unit;
  membership: Membership;
}

@Injectable()
export class CasesService {
  async apply(context: WorkContext, application: Application) {
    const admitted = await this.admit(context, application.projectId, application.institutionId);
    const found = await this.open(context, application, admitted);
    await this.receive(context, found, admitted);
    return caseHead(found);
  }

  async draft(context: WorkContext, application: Application) {
    const { project, unit, membership } = await this.admit(context, application.projectId, application.institutionId);
    const found = await this.open(context, application, { project, unit, membership });
    const { id: caseId, number, firstInstitutionId } = found;
    const { unitId, name: projectName } = project;
    context.publish(caseEvents, 'drafted', { caseId, number, unitId, projectName, firstInstitutionId });
    await context.flush();
    return caseHead(found);
  }

  async confirm(context: WorkContext, { caseId, items }: Input<typeof confirmApplication>) {
    const found = await lockCase(context, caseId);
    next(found.state, 'confirm');
    const admitted = await this.admit(context, found.projectId, found.firstInstitutionId);
    if (items) found.entrusted = items === 'all' ? null : items;
    await this.receive(context, found, admitted);
    return caseHead(found);
  }

  async terminate(context: WorkContext, { caseId, reason }: Input<typeof terminateCase>) {
    const found = await lockCase(context, caseId);
    const { principal } = context;
    const { currentInstitutionId } = await progressOf(context, caseId);
    const theirs = ofInstitution(principal, found.firstInstitutionId) || ofInstitution(principal, currentInstitutionId);
    if (principal.kind !== 'unit' && !theirs) throw fail('not_a_party');
    found.state = next(found.state, 'terminate');
    const by = principal.kind === 'unit' ? 'unit' : 'institution';
    found.termination = { by, reason, on: context.today };
    // Of a draft nobody else has heard as of a case.
    if (found.appliedAt) context.publish(caseEvents, 'terminated', { caseId, reason, by });
    await context.flush();
    return caseHead(found);
  }

  /** R1, R31: a project on a list in force, an institution that receives, and no case that is running already. */
  private async admit(context: WorkContext, projectId: string, institutionId: string): Promise<Admitted> {
    await mustKnow(context, projectId);
    const project = await context.lock(Project, { id: projectId });
    if (!project) throw fail('project_not_found');
    await this.mustReceive(context, institutionId);
    await this.mustBeFirstApplication(context, projectId);
    const unit = await context.em.findOneByOrFail(Unit, { id: project.unitId });
    const year = Number(context.today.slice(0, 4));
    const membership = await membershipOf(context.em, { uscc: unit.uscc, name: project.name }, year);
    if (!membership) throw fail('project_not_listed', { year });
    return { project, unit, membership };
  }

  private async mustReceive({ em }: WorkContext, id: string): Promise<void> {
    const institution = await em.findOneBy(Institution, { id });
    if (!institution) throw fail('not_yet_known');
    if (!institution.active) throw fail('institution_inactive', { name: institution.name });
  }

  private async mustBeFirstApplication({ em }: WorkContext, projectId: string): Promise<void> {
    const running = await em.findOneBy(ServiceCase, { projectId, state: In(RUNNING) });
    if (!running) return;
    const { number, appliedAt, firstInstitutionId } = running;
    const institution = (await namesOf(em, [firstInstitutionId])).get(firstInstitutionId);
    throw fail('case_running', { number, appliedOn: appliedAt && dayOf(appliedAt), institution });
  }

  private async open(context: WorkContext, { items, institutionId }: Application, { project, membership }: Admitted) {
    const found = context.add(ServiceCase, {
      number: await this.nextNumber(context),
      projectId: project.id,
      firstInstitutionId: institutionId,
      state: 'draft',
      entrusted: items === 'all' ? null : items,
      eligibility: membership.reason,
      appliedAt: null,
      closureRequestId: null,
      openItems: [],
      closedOn: null,
      termination: null,
      publicToken: null,
    });
    context.add(CaseProgress, { ...NOTHING_KNOWN, id: found.id, currentInstitutionId: institutionId });
    const { unitId, regionIds } = project;
    await widenScope(context, found.id, { unitId, regionIds, institutionIds: [institutionId] });
    return found;
  }

  /** The unit has applied: the grade of the lists is kept from here on, and everyone is told. */
  private async receive(context: WorkContext, found: ServiceCase, { project, unit, membership }: Admitted) {
    found.state = next(found.state, 'confirm');
    found.appliedAt = context.now;
    found.eligibility = membership.reason;
    if (project.grade !== membership.grade) {
      project.grade = membership.grade;
      const data = { projectId: project.id, project: snapshotOf(project, unit), changed: ['grade'] };
      context.publish(projectEvents, 'changed', data);
    }
    context.publish(caseEvents, 'applied', {
      caseId: found.id,
      number: found.number,
      project: snapshotOf(project, unit),
      firstInstitutionId: found.firstInstitutionId,
      entrusted: found.entrusted,
      appliedAt: context.now.toISOString(),
    });
    await context.flush();
  }

  private async nextNumber({ em, today }: WorkContext): Promise<string> {
    const [row] = await em.query<{ next: string }[]>("SELECT nextval('case_number_seq') AS next");
    return `0+N-${today.slice(0, 4)}-${String(row?.next).padStart(6, '0')}`;
  }
}

const NOTHING_KNOWN = {
  principal: null,
  guide: null,
  team: [],
  planVersion: null,
  planFrozen: false,
  plan: [],
  stage: null,
  light: null,
  dueOn: null,
  routing: null,
  questions: [],
  roadmap: null,
  milestones: {},
};
