import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Input } from '#libs/contracts/define.js';
import type { listCases } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { readCase } from '../cases/access.js';
import type { ServiceCase } from '../cases/service-case.entity.js';
import { paged } from '../paging.js';
import { PROJECTS_BY_NAME, soughtBy } from '../search/words.js';
import { MINE, UNASSIGNED, WAITING, casesOf, dueFirst, litBy, newestFirst, worstFirst } from './case-conditions.js';
import { detailView, progressView, summaryView } from './case.view.js';
import { picturesOf } from './picture.js';
import type { Picture } from './picture.js';

type Filters = Input<typeof listCases>;

@Injectable()
export class CaseQueries {
  async list(context: QueryContext, { page, pageSize, ...filters }: Filters) {
    const query = casesOf(context);
    narrow(query, filters);
    sort(query, filters.sort);
    return await paged(query, { page, pageSize }, async (cases) =>
      (await picturesOf(context.em, cases)).map(summaryView),
    );
  }

  async get(context: QueryContext, caseId: string) {
    return detailView(await this.picture(context, caseId), context.principal);
  }

  async visible(context: QueryContext, caseIds: string[]) {
    const found = await casesOf(context).andWhere('found.id IN (:...caseIds)', { caseIds }).getMany();
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

type Narrowing = Omit<Filters, 'page' | 'pageSize' | 'sort'>;

const NAMED = `(found.number ILIKE :containing OR found.project_id IN ${PROJECTS_BY_NAME})`;
const HANDLING = '(found.firstInstitutionId = :institutionId OR progress.currentInstitutionId = :institutionId)';
const UPDATED = 'EXISTS (SELECT 1 FROM ledger_entry line WHERE line.case_id = found.id AND line.at >= :updatedSince)';

function narrow(query: SelectQueryBuilder<ServiceCase>, filters: Narrowing): void {
  const { state, regionId, grade, institutionId, stage, updatedSince, q } = filters;
  if (state) query.andWhere('found.state = ANY (:state)', { state });
  if (regionId) query.andWhere(':regionId = ANY (project.regionIds)', { regionId });
  if (grade) query.andWhere('project.grade = :grade', { grade });
  if (institutionId) query.andWhere(HANDLING, { institutionId });
  if (stage) query.andWhere('progress.stage = :stage', { stage });
  if (updatedSince) query.andWhere(UPDATED, { updatedSince });
  if (q) query.andWhere(NAMED, soughtBy(q));
  narrowWork(query, filters);
}

function narrowWork(query: SelectQueryBuilder<ServiceCase>, filters: Narrowing): void {
  const { mine, unassigned, light, dueBefore, waiting } = filters;
  if (mine !== undefined) query.andWhere(`(${MINE}) = :mine`, { mine });
  if (unassigned !== undefined) query.andWhere(`(${UNASSIGNED}) = :unassigned`, { unassigned });
  if (light) query.andWhere(litBy(light));
  if (dueBefore) query.andWhere('progress.dueOn < :dueBefore', { dueBefore });
  if (waiting) query.andWhere(WAITING[waiting]);
}

function sort(query: SelectQueryBuilder<ServiceCase>, by: Filters['sort']): void {
  switch (by) {
    case 'newest':
      return void newestFirst(query);
    case 'oldest':
      return void query.orderBy('found.appliedAt', 'ASC', 'NULLS LAST').addOrderBy('found.number', 'ASC');
    case 'number':
      return void query.orderBy('found.number', 'ASC');
    case 'light':
      return void worstFirst(query);
    case 'due':
      return void dueFirst(query);
  }
}
