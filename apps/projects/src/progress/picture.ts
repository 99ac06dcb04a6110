import { In } from 'typeorm';
import type { EntityManager, EntityTarget } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';
import type { ServiceCase } from '../cases/service-case.entity.js';
import { namesOf } from '../directory/names.js';
import type { Names } from '../directory/names.js';
import { JointReview } from '../joint-reviews/joint-review.entity.js';
import { Mandate } from '../mandates/mandate.entity.js';
import { RequirementsNotice } from '../notices/notice.entity.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { Trip } from '../visits/trip.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { CaseProgress } from './case-progress.entity.js';
import { Filing } from './filing.entity.js';
import { PreApproval } from './pre-approval.entity.js';

/** Everything this service knows of one case: what the views, the next action and the reader's actions are told from. */
export interface Picture {
  found: ServiceCase;
  project: Project;
  unit: Unit;
  progress: CaseProgress;
  filings: Filing[];
  preApprovals: PreApproval[];
  agreements: Agreement[];
  mandates: Mandate[];
  reviews: JointReview[];
  notices: number;
  visits: number;
  trips: number;
  names: Names;
}

interface OfCase {
  id: string;
  caseId: string;
}

/** The pictures of these cases, in their order, by as many queries for two hundred of them as for one. */
export async function picturesOf(em: EntityManager, cases: readonly ServiceCase[]): Promise<Picture[]> {
  const ids = cases.map(({ id }) => id);
  const [projects, progresses, filings, preApprovals, agreements, mandates, reviews] = await Promise.all([
    em.findBy(Project, { id: In(cases.map(({ projectId }) => projectId)) }),
    em.findBy(CaseProgress, { id: In(ids) }),
    byCase(em, Filing, ids),
    byCase(em, PreApproval, ids),
    byCase(em, Agreement, ids),
    byCase(em, Mandate, ids),
    byCase(em, JointReview, ids),
  ]);
  const [notices, visits, trips] = await Promise.all([
    counts(em, RequirementsNotice, ids),
    counts(em, Visit, ids),
    counts(em, Trip, ids),
  ]);
  const units = await em.findBy(Unit, { id: In(projects.map(({ unitId }) => unitId)) });
  const names = await namesOf(em, mentioned(cases, progresses, filings));
  return cases.map((found) => {
    const project = the(projects, found.projectId);
    return {
      found,
      project,
      unit: the(units, project.unitId),
      progress: the(progresses, found.id),
      filings: filings(found.id),
      preApprovals: preApprovals(found.id),
      agreements: agreements(found.id).sort((a, b) => a.agreementVersion - b.agreementVersion),
      mandates: mandates(found.id),
      reviews: reviews(found.id),
      notices: notices(found.id),
      visits: visits(found.id),
      trips: trips(found.id),
      names,
    };
  });
}

/** The rows of many cases in one query, then those of one. */
async function byCase<T extends OfCase>(em: EntityManager, target: EntityTarget<T>, ids: string[]) {
  const rows = await em
    .createQueryBuilder(target, 'row')
    .where('row.caseId = ANY (:ids)', { ids })
    .orderBy('row.id')
    .getMany();
  const grouped = Map.groupBy(rows, ({ caseId }) => caseId);
  return (id: string): T[] => grouped.get(id) ?? [];
}

/** How many rows each of many cases has, by one query. */
async function counts<T extends OfCase>(em: EntityManager, target: EntityTarget<T>, ids: string[]) {
  const rows = await em
    .createQueryBuilder(target, 'row')
    .select('row.caseId', 'id')
    .addSelect('count(*)', 'count')
    .where('row.caseId = ANY (:ids)', { ids })
    .groupBy('row.caseId')
    .getRawMany<{ id: string; count: string }>();
  const counted = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  return (id: string): number => counted.get(id) ?? 0;
}

function the<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

function mentioned(
  cases: readonly ServiceCase[],
  progresses: readonly CaseProgress[],
  filings: (id: string) => Filing[],
): string[] {
  const bodies = progresses.flatMap(({ plan }) =>
    plan.flatMap(({ handlingBody, legalBody }) => [handlingBody ?? '', legalBody ?? '']),
  );
  const ids = progresses.map(({ currentInstitutionId }) => currentInstitutionId);
  const first = cases.map(({ firstInstitutionId }) => firstInstitutionId);
  const handling = cases.flatMap(({ id }) => filings(id).map(({ handlingBody }) => handlingBody ?? ''));
  return [...new Set([...bodies, ...ids, ...first, ...handling])];
}
