/** A calendar day without a time zone, `YYYY-MM-DD`; two of them compare as strings. */
export type PlainDay = string;

const MS_PER_DAY = 86_400_000;

const fromNumber = (days: number): PlainDay => new Date(days * MS_PER_DAY).toISOString().slice(0, 10);

/** Days since 1970-01-01. Throws RangeError on text that is no day: `Date` itself would read 2026-02-30 as 2 March. */
export function dayNumber(day: PlainDay): number {
  const days = Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
  if (Number.isNaN(days) || fromNumber(days) !== day) throw new RangeError(`not a day: ${day}`);
  return days;
}

export const addDays = (day: PlainDay, days: number): PlainDay => fromNumber(dayNumber(day) + days);

/** Calendar days from one day to another, negative when `to` is the earlier. */
export const daysBetween = (from: PlainDay, to: PlainDay): number => dayNumber(to) - dayNumber(from);

/** The corresponding day of a later month, or the last day of that month when it has none (民法典202). */
export function addMonths(day: PlainDay, months: number): PlainDay {
  const start = new Date(dayNumber(day) * MS_PER_DAY);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromNumber(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDate)) / MS_PER_DAY);
}

export function isWeekend(day: PlainDay): boolean {
  const weekday = new Date(dayNumber(day) * MS_PER_DAY).getUTCDay();
  return weekday === 0 || weekday === 6;
}
