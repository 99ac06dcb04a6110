import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { In } from 'typeorm';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { projectEvents } from '#libs/contracts/facts.js';
import type { editProject, enterProject, getProject, listProjects } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { paged } from '../paging.js';
import { membershipOf, nameKey } from '../project-lists/in-force.js';
import { PROJECTS_BY_NAME, soughtBy } from '../search/words.js';
import { Unit } from '../units/unit.entity.js';
import { mustKnow, onlyKnown } from './known-projects.js';
import { readProjectCode } from './project-code.js';
import { Project } from './project.entity.js';
import { projectView, snapshotOf } from './project.view.js';

/** An open case on the project, from the application of the unit on. */
const SERVED = `EXISTS (SELECT 1 FROM service_case running WHERE running.project_id = project.id
  AND running.state NOT IN ('draft', 'closed', 'terminated'))`;

@Injectable()
export class ProjectsService {
  async enter(context: WorkContext, { unitId: forUnit, ...given }: Input<typeof enterProject>) {
    const unitId = context.principal.kind === 'unit' ? context.principal.unitId : forUnit;
    if (!unitId) throw fail('unit_required');
    const unit = await this.unitOf(context, unitId);
    await mustBeRegions(context, given.regionIds);
    const project = context.add(Project, {
      ...given,
      ...codeOf(given.projectCode),
      number: await this.nextNumber(context),
      unitId,
      nameKey: nameKey(given.name),
      enteredAt: context.now,
    });
    await this.settle(context, project, unit);
    context.publish(projectEvents, 'entered', { projectId: project.id, project: snapshotOf(project, unit) });
    return projectView(project, unit);
  }

  async edit(context: WorkContext, { projectId, ...wanted }: Input<typeof editProject>) {
    await mustKnow(context, projectId);
    const project = await context.lock(Project, { id: projectId });
    if (!project) throw fail('project_not_found');
    context.expectVersion(project);
    const unit = await this.unitOf(context, project.unitId);
    const before = snapshotOf(project, unit);
    if (wanted.regionIds) await mustBeRegions(context, wanted.regionIds);
    Object.assign(project, wanted);
    if (wanted.projectCode !== undefined) Object.assign(project, codeOf(wanted.projectCode));
    project.nameKey = nameKey(project.name);
    await this.settle(context, project, unit);
    const after = snapshotOf(project, unit);
    const changed = differing(before, after);
    if (changed.length > 0) context.publish(projectEvents, 'changed', { projectId, project: after, changed });
    return projectView(project, unit);
  }

  async get(context: QueryContext, { projectId }: Input<typeof getProject>) {
    await mustKnow(context, projectId);
    const project = await context.em.findOneByOrFail(Project, { id: projectId });
    return projectView(project, await this.unitOf(context, project.unitId));
  }

  async list({ em, principal }: QueryContext, { q, regionId, grade, state, ...paging }: Input<typeof listProjects>) {
    const query = em
      .createQueryBuilder(Project, 'project')
      .innerJoin(Unit, 'unit', 'unit.id = project.unitId')
      .orderBy('project.number', 'DESC');
    if (q) query.andWhere(`project.id IN ${PROJECTS_BY_NAME}`, soughtBy(q));
    if (regionId) query.andWhere(':regionId = ANY (project.regionIds)', { regionId });
    if (grade) query.andWhere('project.grade = :grade', { grade });
    if (state) query.andWhere(state === 'served' ? SERVED : `NOT ${SERVED}`);
    return await paged(onlyKnown(query, principal), paging, async (projects) => {
      const units = await em.findBy(Unit, { id: In(projects.map(({ unitId }) => unitId)) });
      return projects.flatMap((project) =>
        units.filter(({ id }) => id === project.unitId).map((unit) => projectView(project, unit)),
      );
    });
  }

  /** Takes the grade of the lists in force (R1) and writes the row, so that a duplicate is refused here. */
  private async settle(context: WorkContext, project: Project, unit: Unit): Promise<void> {
    const { name, projectCode: code } = project;
    const membership = await membershipOf(context.em, { uscc: unit.uscc, name }, Number(context.today.slice(0, 4)));
    if (membership) project.grade = membership.grade;
    context.onConflict('uq_project_unit_name', fail('project_entered', { name }));
    context.onConflict('uq_project_code', fail('project_code_taken', { code }));
    await context.flush();
  }

  private async unitOf({ em }: QueryContext, id: string): Promise<Unit> {
    const unit = await em.findOneBy(Unit, { id });
    if (!unit) throw fail('unit_not_found');
    return unit;
  }

  private async nextNumber({ em, today }: WorkContext): Promise<string> {
    const [row] = await em.query<{ next: string }[]>("SELECT nextval('project_number_seq') AS next");
    return `XM-${today.slice(0, 4)}-${String(row?.next).padStart(6, '0')}`;
  }
}

function codeOf(written: string | null): Pick<Project, 'projectCode' | 'codeFormat'> {
  if (written === null) return { projectCode: null, codeFormat: null };
  const read = readProjectCode(written);
  if (!read) throw fail('project_code_malformed');
  return { projectCode: read.code, codeFormat: read.format };
}

async function mustBeRegions({ em, today }: WorkContext, ids: string[]): Promise<void> {
  const found = await em.findBy(Region, { id: In(ids), level: In(['county', 'zone']) });
  const valid = found.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today));
  const unknown = ids.filter((id) => !valid.some((region) => region.id === id));
  if (unknown.length > 0) throw fail('region_unknown', { regions: unknown });
}

function differing<T extends object>(before: T, after: T): string[] {
  const names = Object.keys(after) as (keyof T & string)[];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}
