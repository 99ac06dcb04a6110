import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { scopeOf } from '#libs/case-scope/visible.js';
import type { Input, RawOutput } from '#libs/contracts/define.js';
import type { PlanItem } from '#libs/contracts/facts.js';
import type { search } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import type { ServiceCase } from '../cases/service-case.entity.js';
import { casesOf, newestFirst } from '../progress/case-conditions.js';
import { onlyKnown } from '../projects/known-projects.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { NAMED_PROJECTS, NAMED_UNITS, soughtBy } from './words.js';

type Hit = RawOutput<typeof search>['items'][number];

const MOST_OF_A_KIND = 5;

interface CaseRow {
  caseId: string;
  number: string;
  projectName: string;
}

@Injectable()
export class SearchService {
  async search(context: QueryContext, { q }: Input<typeof search>): Promise<{ items: Hit[] }> {
    const kinds = [casesNumbered, projectsNamed, unitsNamed, itemsNamed];
    const hits = await Promise.all(kinds.map((kind) => kind(context, q)));
    return { items: hits.flat() };
  }
}

const rowsOf = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  query
    .select('found.id', 'caseId')
    .addSelect('found.number', 'number')
    .addSelect('project.name', 'projectName')
    .limit(MOST_OF_A_KIND);

async function casesNumbered(context: QueryContext, q: string): Promise<Hit[]> {
  const query = newestFirst(rowsOf(casesOf(context))).andWhere('found.number ILIKE :containing', soughtBy(q));
  const rows = await query.getRawMany<CaseRow>();
  return rows.map(({ caseId, number, projectName }) => ({
    kind: 'case',
    id: caseId,
    caseId,
    title: number,
    subtitle: projectName,
  }));
}

/** Also those without a case that the reader knows; with one they lead to the newest. */
async function projectsNamed({ em, principal }: QueryContext, q: string): Promise<Hit[]> {
  const { sql, params } = scopeOf(principal);
  const newest = `(SELECT served.id FROM service_case served JOIN case_scope scope ON scope.id = served.id
    WHERE served.project_id = project.id AND (${sql}) ORDER BY served.applied_at DESC NULLS LAST LIMIT 1)`;
  const query = em
    .createQueryBuilder(Project, 'project')
    .innerJoin(Unit, 'unit', 'unit.id = project.unitId')
    .select(['project.id AS id', 'project.name AS title', `project.number || ' ' || unit.name AS subtitle`])
    .addSelect(newest, 'caseId')
    .where(`project.id IN ${NAMED_PROJECTS}`, { ...soughtBy(q), ...params })
    .orderBy('project.number', 'DESC')
    .limit(MOST_OF_A_KIND);
  const rows = await onlyKnown(query, principal).getRawMany<Omit<Hit, 'kind'>>();
  return rows.map((row) => ({ kind: 'project', ...row }));
}

/** Units of visible cases, each with one of them. */
async function unitsNamed(context: QueryContext, q: string): Promise<Hit[]> {
  const rows = await rowsOf(casesOf(context))
    .addSelect('unit.id', 'id')
    .addSelect('unit.name', 'title')
    .distinctOn(['unit.id'])
    .andWhere(`unit.id IN ${NAMED_UNITS}`, soughtBy(q))
    .orderBy('unit.id')
    .addOrderBy('found.appliedAt', 'DESC', 'NULLS LAST')
    .getRawMany<CaseRow & { id: string; title: string }>();
  return rows.map(({ id, caseId, title, number, projectName }) => ({
    ...{ kind: 'unit', id, caseId, title },
    subtitle: `${number} ${projectName}`,
  }));
}

/** Codes of the items of a plan, by an index. */
const CODES = 'item_codes(progress.plan)';
const SOUGHT_CODES = 'ARRAY(SELECT code FROM catalogue_item WHERE code = upper(:sought) OR name ILIKE :containing)';

async function itemsNamed(context: QueryContext, q: string): Promise<Hit[]> {
  const rows = await newestFirst(rowsOf(casesOf(context)))
    .addSelect('progress.plan', 'plan')
    .andWhere(`${CODES} && ${SOUGHT_CODES}`, soughtBy(q))
    .getRawMany<CaseRow & { plan: PlanItem[] }>();
  return rows.flatMap(({ caseId, number, projectName, plan }) =>
    plan
      .filter(({ itemCode, name }) => itemCode === q.toUpperCase() || name.includes(q))
      .slice(0, 1)
      .map(({ itemCode, name }) => ({
        ...{ kind: 'item', id: itemCode, caseId, title: name },
        subtitle: `${number} ${projectName}`,
      })),
  );
}
