import type { SelectQueryBuilder } from 'typeorm';
import { onlyVisible } from '#libs/case-scope/visible.js';
import { LIGHTS } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { ServiceCase } from '../cases/service-case.entity.js';
import { readsInternal } from '../notes/note.entity.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { CaseProgress } from './case-progress.entity.js';
import type { Light } from './items.js';

// What may be said of a case, as conditions on `casesOf`: the list filters by them and the workbench counts by them, so
// that every number leads to its cases.

export const MINE = 'progress.team @> CAST(:me AS jsonb)';
export const UNASSIGNED = 'progress.principal IS NULL';

export const litBy = (light: Light | 'any'): string =>
  light === 'any' ? 'progress.light IS NOT NULL' : `progress.light = '${light}'`;

export const WAITING = {
  answer: "found.id IN (SELECT asked.case_id FROM consultation asked WHERE asked.state = 'open')",
  correction: "found.id IN (SELECT filing.case_id FROM filing WHERE filing.state = 'correcting')",
  call_back: `found.id IN (SELECT note.case_id FROM note WHERE note.call_back_on <= :today
    AND note.called_back_on IS NULL AND (note.visibility = 'unit' OR :readsInternal))`,
};

/**
 * The cases a reader may see, with project, unit and copy of progress. Each case has one of each: they are joined from
 * the left because PostgreSQL then leaves out those that nothing asks for.
 */
export function casesOf({ em, principal, today }: QueryContext): SelectQueryBuilder<ServiceCase> {
  const query = em
    .createQueryBuilder(ServiceCase, 'found')
    .leftJoin(Project, 'project', 'project.id = found.projectId')
    .leftJoin(Unit, 'unit', 'unit.id = project.unitId')
    .leftJoin(CaseProgress, 'progress', 'progress.id = found.id')
    // Who is no agent is in no team: all it may see are its own.
    .setParameter('me', JSON.stringify(principal.agentId === null ? [] : [{ agentId: principal.agentId }]))
    .setParameters({ today, readsInternal: readsInternal(principal) });
  return onlyVisible(query, 'found.id', principal);
}

export const newestFirst = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  query.orderBy('found.appliedAt', 'DESC', 'NULLS LAST').addOrderBy('found.number', 'DESC');

const RANK = `array_position(ARRAY[${LIGHTS.map((light) => `'${light}'`).join(', ')}], progress.light)`;

export const dueFirst = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  query.addOrderBy('progress.dueOn', 'ASC', 'NULLS LAST').addOrderBy('found.number', 'DESC');

/** The worst light first, of one light what is due first. */
export const worstFirst = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  dueFirst(query.addSelect(RANK, 'rank').orderBy('rank', 'DESC', 'NULLS LAST'));
