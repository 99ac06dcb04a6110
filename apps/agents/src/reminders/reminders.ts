import { IsNull } from 'typeorm';
import { addDays } from '#libs/calendar/plain-day.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import { dayOf } from '#libs/messaging/context.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { Reminder } from './reminder.entity.js';

/** Working days a transfer may wait for its receipt (R39), and a case for its principal (R64). */
export const WORKDAYS_TO_WAIT = 1;

type Kind = Reminder['kind'];

/** The beginning of a day in Asia/Shanghai, which knows no summer time. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The same time of day, so many working days later. */
export function workdaysLater(calendar: WorkCalendar, instant: Date, workdays: number): Date {
  const day = dayOf(instant);
  const sinceMidnight = instant.getTime() - startOf(day).getTime();
  return new Date(startOf(calendar.addWorkdays(day, workdays)).getTime() + sinceMidnight);
}

/** Rings a working day from now, unless it is settled before; returns when. One that is set already stays as it is. */
export async function remindInAWorkday(context: WorkContext, kind: Kind, subjectId: string): Promise<Date> {
  const since = context.now;
  const dueAt = workdaysLater(await calendarOf(context.em), since, WORKDAYS_TO_WAIT);
  const open = await openReminder(context, kind, subjectId);
  if (!open) context.add(Reminder, { kind, subjectId, since, dueAt, settledAt: null });
  return dueAt;
}

/** Rings when the last day of a contract is over (R17); null takes the reminder away. */
export async function remindOfContract(context: WorkContext, agentId: string, lastDay: string | null): Promise<void> {
  await settleReminder(context, 'contract_over', agentId);
  if (lastDay === null) return;
  // The one that was settled must be written before the index sees another for the same agent.
  await context.flush();
  const dueAt = startOf(addDays(lastDay, 1));
  context.add(Reminder, { kind: 'contract_over', subjectId: agentId, since: context.now, dueAt, settledAt: null });
}

export async function settleReminder(context: WorkContext, kind: Kind, subjectId: string): Promise<void> {
  const open = await openReminder(context, kind, subjectId);
  if (open) open.settledAt = context.now;
}

const openReminder = (context: WorkContext, kind: Kind, subjectId: string): Promise<Reminder | null> =>
  context.lock(Reminder, { kind, subjectId, settledAt: IsNull() });
