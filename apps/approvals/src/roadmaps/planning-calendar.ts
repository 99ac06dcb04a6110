import { Between, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { addDays } from '#libs/calendar/plain-day.js';
import { assumedRows } from '#libs/calendar/published.js';
import { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { getWorkCalendar } from '#libs/contracts/approvals/work-calendar.js';
import type { Input } from '#libs/contracts/define.js';
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

type Shown = z.output<(typeof getWorkCalendar)['output']>;

/** What a page needs to draw days: only those within the calendar, so that a far date shortens the answer and refuses nothing. */
export async function workCalendarBetween(
  em: EntityManager,
  { from, to }: Input<typeof getWorkCalendar>,
): Promise<Shown> {
  const calendar = await planningCalendar(em);
  const { coverage } = calendar;
  const last = to < coverage.to ? to : coverage.to;
  const workdays: string[] = [];
  for (let day = from > coverage.from ? from : coverage.from; day <= last; day = addDays(day, 1))
    if (calendar.isWorkday(day)) workdays.push(day);
  const said = { day: Between(from, to), source: Not('assumed' as const), note: Not('') };
  const rows = await em.find(CalendarDay, { where: said, order: { day: 'ASC' } });
  return {
    workdays,
    notes: rows.map(({ day, note }) => ({ on: day, note })),
    assumedFrom: workdays.find((day) => calendar.certainty(day) === 'assumed') ?? null,
  };
}
