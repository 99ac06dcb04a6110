import type { Clock } from '#libs/contracts/approvals/clock.js';
import { cases } from '../../texts/cases.js';

const LEFT = {
  workday: [cases.leftDays, cases.overDays],
  day: [cases.leftPlainDays, cases.overPlainDays],
  month: [cases.leftMonths, cases.overMonths],
} as const;

/** Of the statutory and the promised clock the one that ends first; one without an end counts last. */
export const nearer = (statutory: Clock, promised: Clock): Clock =>
  (promised.dueOn ?? '9') <= (statutory.dueOn ?? '9') ? promised : statutory;

/** 还有 2 个工作日, 超期 2 个工作日, or that nobody knows yet. */
export function remainingWords({ remaining, unit }: Pick<Clock, 'remaining' | 'unit'>): string {
  if (remaining === null) return cases.dueUnknown;
  const [left, over] = LEFT[unit];
  return remaining < 0 ? over(-remaining) : left(remaining);
}
