import type { EntityManager } from 'typeorm';
import { addDays } from '#libs/calendar/plain-day.js';
import { assumedRows } from '#libs/calendar/published.js';
import { WorkCalendar } from '#libs/calendar/work-calendar.js';
import { CalendarDay } from '#libs/reference/tables/calendar-day.entity.js';
import { calendarOf } from '#libs/reference/tables/imports.js';

/** Over the longest construction period and the approvals before and after it. */
const MONTHS_AHEAD = 72;

const continued = new WeakMap<WorkCalendar, WorkCalendar>();

/**
 * The working calendar continued by assumed days, which it labels so: a plan needs dates beyond what is published (R66);
 * a deadline never does, and is counted on the calendar itself.
 */
export async function planningCalendar(em: EntityManager): Promise<WorkCalendar> {
  const calendar = await calendarOf(em);
  const known = continued.get(calendar);
  if (known) return known;
  const rows = await em.find(CalendarDay, { order: { day: 'ASC' } });
  const planning = new WorkCalendar([...rows, ...assumedRows(addDays(calendar.coverage.to, 1), MONTHS_AHEAD)]);
  continued.set(calendar, planning);
  return planning;
}
