import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { Input } from '#libs/contracts/define.js';
import type { listCases } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { readCase } from '../cases/access.js';
import { ServiceCase } from '../cases/service-case.entity.js';
import { containing, paged } from '../paging.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { CaseProgress } from './case-progress.entity.js';
import { detailView, progressView, summaryView } from './case.view.js';
import { picturesOf } from './picture.js';
import type { Picture } from './picture.js';

type Filters = Input<typeof listCases>;

@Injectable()
export class CaseQueries {
  async list({ em, principal }: QueryContext, { page, pageSize, ...filters }: Filters) {
    const query = em
      .createQueryBuilder(ServiceCase, 'found')
      .innerJoin(Project, 'project', 'project.id = found.projectId')
      .innerJoin(Unit, 'unit', 'unit.id = project.unitId')
      .innerJoin(CaseProgress, 'progress', 'progress.id = found.id');
    narrow(query, filters);
    sort(query, filters.sort);
    return await paged(onlyVisible(query, 'found.id', principal), { page, pageSize }, async (cases) =>
      (await picturesOf(em, cases)).map(summaryView),
    );
  }

  async get(context: QueryContext, caseId: string) {
    return detailView(await this.picture(context, caseId), context.principal);
  }

  async visible({ em, principal }: QueryContext, caseIds: string[]) {
    const query = em.createQueryBuilder(ServiceCase, 'found').where('found.id IN (:...caseIds)', { caseIds });
    const found = await onlyVisible(query, 'found.id', principal).getMany();
    return { items: found.map(({ id: caseId, projectId }) => ({ caseId, projectId })) };
  }

  async progress(context: QueryContext, caseId: string) {
    return progressView(await this.picture(context, caseId), context.today);
  }

  private async picture(context: QueryContext, caseId: string): Promise<Picture> {
    const [picture] = await picturesOf(context.em, [await readCase(context, caseId)]);
    if (!picture) throw new Error(`no picture of case ${caseId}`);
    return picture;
  }
}

type Narrowing = Pick<Filters, 'state' | 'regionId' | 'institutionId' | 'stage' | 'q'>;

function narrow(query: SelectQueryBuilder<ServiceCase>, { state, regionId, institutionId, stage, q }: Narrowing): void {
  const handling = '(found.firstInstitutionId = :institutionId OR progress.currentInstitutionId = :institutionId)';
  const named =
    '(project.name ILIKE :q OR found.number ILIKE :q OR project.projectCode ILIKE :q OR unit.name ILIKE :q)';
  if (state) query.andWhere('found.state = :state', { state });
  if (regionId) query.andWhere(':regionId = ANY (project.regionIds)', { regionId });
  if (institutionId) query.andWhere(handling, { institutionId });
  if (stage) query.andWhere('progress.stage = :stage', { stage });
  if (q) query.andWhere(named, { q: containing(q) });
}

function sort(query: SelectQueryBuilder<ServiceCase>, by: Filters['sort']): void {
  if (by === 'number') query.orderBy('found.number', 'ASC');
  else
    query.orderBy('found.appliedAt', by === 'newest' ? 'DESC' : 'ASC', 'NULLS LAST').addOrderBy('found.number', 'DESC');
}
