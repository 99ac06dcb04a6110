import type { EntityManager } from 'typeorm';
import { assumedRows } from '#libs/calendar/published.js';
import { addDays, addMonths } from '#libs/calendar/plain-day.js';
import { CalendarDay } from './calendar-day.entity.js';
import { forgetReference } from '../remembered.js';
import { calendarOf, importCalendar } from './imports.js';

const MONTHS_AHEAD = 36;
const KEPT_AHEAD = 24;

/**
 * A platform that runs on assumed days (demo and test) moves faster than the State Council publishes: its calendar is
 * kept 24 months ahead with rows labelled as assumed. Where only published days were loaded, a missing year is never guessed.
 */
export async function rollCalendar(em: EntityManager, today: string): Promise<void> {
  const { coverage } = await calendarOf(em);
  const last = await em.findOneByOrFail(CalendarDay, { day: coverage.to });
  if (last.source !== 'assumed' || coverage.to >= addMonths(today, KEPT_AHEAD)) return;
  const rows = assumedRows(addDays(coverage.to, 1), MONTHS_AHEAD);
  // Committed by itself: whoever reads the calendar next must find these days, whatever becomes of this transaction.
  await em.connection.transaction((own) => importCalendar(own, rows));
  forgetReference(em);
}
