import { daysBetween } from '../../parts/dates.js';
import { home } from '../../texts/home.js';

export type Age = 'red' | 'gold' | 'blue';

const WEEK = 7;

/** How pressing a day is: red today or past, gold within a week, blue later. */
export function ageOf(dueOn: string, today: string): Age {
  const left = daysBetween(today, dueOn);
  if (left <= 0) return 'red';
  return left <= WEEK ? 'gold' : 'blue';
}

/** “逾期 2 天”, “今天到期”, “还有 3 天”; calendar days. */
export function dueWords(dueOn: string, today: string): string {
  const left = daysBetween(today, dueOn);
  if (left < 0) return home.overdueBy(-left);
  return left === 0 ? home.dueToday : home.dueIn(left);
}
