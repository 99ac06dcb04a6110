import { day, daysBetween } from '../../parts/dates.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { pick } from '../../texts/texts.js';
import type { Entry } from './model.js';

/** Working days and calendar days of a stretch. */
export const bothCounts = (workdays: number, from: string, to: string): string =>
  t.both(workdays, daysBetween(from, to));

export const stretch = (from: string, to: string, today: string): string => t.from(day(from, today), day(to, today));

/** How far the end lies from the plan; positive is late. */
export function deviation(workdays: number): string {
  if (workdays === 0) return t.onPlan;
  return workdays > 0 ? t.lateBy(workdays) : t.earlyBy(-workdays);
}

/** All of any, in words: 「用地证、规划证或选址意见」. */
export function waitsFor({ prerequisites }: Entry, nameOf: (code: string) => string): string {
  const groups = prerequisites.map((group) => group.map(nameOf).join(t.or));
  return groups.length === 0 ? t.nothing : groups.join(t.and);
}

/** `3月9日` without year and weekday, for the picture. */
export const shortDay = (on: string): string => {
  const [month, date] = on.slice(5).split('-').map(Number);
  return pick([
    `${month}月${date}日`,
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
      new Date(`${on}T00:00:00Z`),
    ),
  ]);
};

/** `2027年1月` where the year turns, else `1月`. */
export function monthName(on: string, before: string | undefined): string {
  const [year, month] = on.split('-').map(Number);
  const turns = before === undefined || before.slice(0, 4) !== on.slice(0, 4);
  const english = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    month: 'short',
    ...(turns ? { year: 'numeric' } : {}),
  }).format(new Date(`${on}T00:00:00Z`));
  return pick([turns ? `${year}年${month}月` : `${month}月`, english]);
}
