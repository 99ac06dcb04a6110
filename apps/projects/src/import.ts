import { readFileSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { addDays } from '#libs/calendar/plain-day.js';
import { OverrideRow, assumedRows, parseOverrides, publishedRows } from '#libs/calendar/published.js';
import type { CalendarRow } from '#libs/calendar/work-calendar.js';
import { readReference } from '#libs/reference/reference.js';
import { parseTable } from '#libs/reference/table.js';
import { importCalendar, importDepartments, importRegions, upsertAll } from '#libs/reference/tables/imports.js';
import { CatalogueItem } from './directory/catalogue-item.entity.js';

const FIRST_DAY = '2021-01-01';
const ASSUMED_MONTHS = 24;

/** Loads what projects keeps of data/; run twice it changes nothing. */
export async function importReference(em: EntityManager): Promise<void> {
  const reference = readReference('data');
  await importRegions(em, reference);
  await importDepartments(em, reference);
  await importCalendar(em, calendarRows());
  const items = reference.items.map(({ code, nameZh: name, promisedWorkdays }) => ({ code, name, promisedWorkdays }));
  await upsertAll(em, CatalogueItem, items);
}

/** Published years, assumed months after them, and over both the administrators' rows. */
function calendarRows(): CalendarRow[] {
  const published = publishedRows();
  const unpublished = addDays(published.at(-1)?.day ?? FIRST_DAY, 1);
  const file = 'calendar_overrides.csv';
  const overrides = parseTable(file, readFileSync(`data/${file}`, 'utf8'), OverrideRow, ['day']);
  return [...published, ...assumedRows(unpublished, ASSUMED_MONTHS), ...parseOverrides(overrides)];
}
