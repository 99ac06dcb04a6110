import type { SelectQueryBuilder } from 'typeorm';
import { onlyVisible } from '#libs/case-scope/visible.js';
import { LIGHTS } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { ServiceCase } from '../cases/service-case.entity.js';
import { readsInternal } from '../notes/note.entity.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { CaseProgress } from './case-progress.entity.js';
import { Filing } from './filing.entity.js';
import type { Light } from './items.js';

// What may be said of a case, as conditions on `casesOf`: the list filters by them and the workbench counts by them, so
// that every number leads to its cases.

export const MINE = 'progress.team @> CAST(:me AS jsonb)';
export const UNASSIGNED = 'progress.principal IS NULL';

/** On the open items that `withOpenItems` joins. */
export const litBy = (light: Light | 'any'): string =>
  light === 'any' ? 'items.light IS NOT NULL' : `items.light = ${LIGHTS.indexOf(light) + 1}`;

export const WAITING = {
  answer: "EXISTS (SELECT 1 FROM consultation asked WHERE asked.case_id = found.id AND asked.state = 'open')",
  correction: "EXISTS (SELECT 1 FROM filing WHERE filing.case_id = found.id AND filing.state = 'correcting')",
  call_back: `EXISTS (SELECT 1 FROM note WHERE note.case_id = found.id AND note.call_back_on <= :today
    AND note.called_back_on IS NULL AND (note.visibility = 'unit' OR :readsInternal))`,
};

/** The cases a reader may see, with project, unit and copy of progress. */
export function casesOf({ em, principal, today }: QueryContext): SelectQueryBuilder<ServiceCase> {
  const query = em
    .createQueryBuilder(ServiceCase, 'found')
    .innerJoin(Project, 'project', 'project.id = found.projectId')
    .innerJoin(Unit, 'unit', 'unit.id = project.unitId')
    .innerJoin(CaseProgress, 'progress', 'progress.id = found.id')
    // Who is no agent is in no team: all it may see are its own.
    .setParameter('me', JSON.stringify(principal.agentId === null ? [] : [{ agentId: principal.agentId }]))
    .setParameters({ today, readsInternal: readsInternal(principal) });
  return onlyVisible(query, 'found.id', principal);
}

const RANK = `array_position(ARRAY[${LIGHTS.map((light) => `'${light}'`).join(', ')}], filing.light)`;

/** Joins the worst light and the earliest day of the open items of each case that has any. */
export const withOpenItems = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  query.leftJoin(
    (open) =>
      open
        .select('filing.case_id', 'case_id')
        .addSelect(`max(${RANK})`, 'light')
        .addSelect('min(filing.expected_on)', 'due_on')
        .from(Filing, 'filing')
        .where("filing.state NOT IN ('decided', 'ended')")
        .groupBy('filing.case_id'),
    'items',
    'items.case_id = found.id',
  );

export const newestFirst = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  query.orderBy('found.appliedAt', 'DESC', 'NULLS LAST').addOrderBy('found.number', 'DESC');

/** Needs `withOpenItems`. */
export const worstFirst = (query: SelectQueryBuilder<ServiceCase>): SelectQueryBuilder<ServiceCase> =>
  query
    .orderBy('items.light', 'DESC', 'NULLS LAST')
    .addOrderBy('items.due_on', 'ASC', 'NULLS LAST')
    .addOrderBy('found.number', 'DESC');
