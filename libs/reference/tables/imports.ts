import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { addDays } from '#libs/calendar/plain-day.js';
import { OverrideRow, assumedRows, parseOverrides, publishedRows } from '#libs/calendar/published.js';
import type { CalendarRow } from '#libs/calendar/work-calendar.js';
import type { ImportOptions } from '#libs/persistence/data-source.js';
import { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { Reference } from '../reference.js';
import { remembered } from '../remembered.js';
import { parseTable } from '../table.js';
import { CalendarDay } from './calendar-day.entity.js';
import { Department } from './department.entity.js';
import { Region } from './region.entity.js';

/** The reference data of the product, from the folder it is started in. */
const DATA = 'data';
const CHUNK = 500;
const ASSUMED_MONTHS = 24;

/** Inserts or updates every row by its primary key; run twice it changes nothing. */
export async function upsertAll<T extends ObjectLiteral>(
  em: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const keys = em.connection.getMetadata(target).primaryColumns.map(({ propertyName }) => propertyName);
  for (let at = 0; at < rows.length; at += CHUNK) {
    await em.upsert(target, rows.slice(at, at + CHUNK) as never, {
      conflictPaths: keys as never,
      skipUpdateIfNoValuesChanged: true,
    });
  }
}

export async function importRegions(em: EntityManager, { regions, towns }: Reference): Promise<void> {
  const areas = regions.map(({ id, nameZh, level, parentId, validFrom, validTo }) => ({
    id,
    name: nameZh,
    level,
    parentId,
    validFrom,
    validTo,
  }));
  const inhabited = towns.filter(({ isTown }) => isTown);
  const streets = inhabited.map(({ townCode, nameZh, countyId, zoneId, validFrom }) => ({
    id: townCode,
    name: nameZh,
    level: 'town' as const,
    parentId: zoneId ?? countyId,
    validFrom,
    validTo: null,
  }));
  await upsertAll(em, Region, [...areas, ...streets]);
}

export async function importDepartments(em: EntityManager, { departments }: Reference): Promise<void> {
  await upsertAll(
    em,
    Department,
    departments.map((row) => ({
      code: row.code,
      name: row.nameZh,
      level: row.level,
      regionId: row.regionId,
      function: row.function,
      superiorCode: row.superiorCode,
      branchOfCity: row.branchOfCity,
      fallback: row.fallback,
      namedInJointPreReview: row.namedInJointPreReview,
    })),
  );
}

/** The days of a calendar; overrides win over what is published, published over what was assumed. */
export async function importCalendar(em: EntityManager, rows: readonly CalendarRow[]): Promise<void> {
  const days = new Map(rows.map(({ day, workday, source, note }) => [day, { day, workday, source, note }]));
  await upsertAll(em, CalendarDay, [...days.values()]);
}

/** What the State Council has published, the administrators' overrides, and on a demo or test platform 24 assumed months ahead. */
export async function importNationalCalendar(em: EntityManager, { assumedCalendar }: ImportOptions): Promise<void> {
  const published = publishedRows();
  const last = published.at(-1);
  if (!last) throw new Error('chinese-days holds no year');
  const ahead = assumedCalendar ? assumedRows(addDays(last.day, 1), ASSUMED_MONTHS) : [];
  const file = 'calendar_overrides.csv';
  const overrides = parseTable(file, readFileSync(join(DATA, file), 'utf8'), OverrideRow, ['day']);
  await importCalendar(em, [...ahead, ...published, ...parseOverrides(overrides)]);
}

/** The working calendar of this service. */
export const calendarOf = (em: EntityManager): Promise<WorkCalendar> => remembered(em, 'calendar', readCalendar);

async function readCalendar(em: EntityManager): Promise<WorkCalendar> {
  const rows = await em.find(CalendarDay, { order: { day: 'ASC' } });
  if (rows.length === 0) throw new Error('the working calendar is empty: run `npm run import`');
  return new WorkCalendar(rows);
}
