import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { ClockLight } from '#libs/contracts/approvals/clock.js';
import { LIGHT_TEXT } from '../clocks/filing-clocks.js';
import { WARNING_LEADS } from '../clocks/warning-leads.js';
import type { Approval } from './approval.entity.js';

// One light for a filing under way, the worse of its two clocks: as a condition on the stored due days, and of one row.

const RUNNING: readonly Approval['state'][] = ['accepted', 'in_review', 'special_procedure'];
const UNDER_WAY = `approval.state IN (${RUNNING.map((state) => `'${state}'`).join(', ')})`;
/** PostgreSQL passes over a null in LEAST: the earlier of the clocks that run. */
export const WORSE_SQL = 'LEAST(approval.statutory_due_on, approval.promised_due_on)';

export const LIGHT_SQL: Record<ClockLight, string> = {
  red: `${UNDER_WAY} AND ${WORSE_SQL} < :today`,
  orange: `${UNDER_WAY} AND ${WORSE_SQL} = :today`,
  yellow: `${UNDER_WAY} AND ${WORSE_SQL} > :today AND ${WORSE_SQL} <= :soon`,
  normal: `${UNDER_WAY} AND ${WORSE_SQL} > :soon`,
  stopped: `approval.state = 'special_procedure' AND ${WORSE_SQL} IS NULL`,
  none: `approval.state <> 'special_procedure' AND (NOT ${UNDER_WAY} OR ${WORSE_SQL} IS NULL)`,
};

export interface Days {
  today: string;
  /** Up to this day a light is yellow. */
  soon: string;
}

export const daysOf = (calendar: WorkCalendar, today: string): Days => ({
  today,
  soon: calendar.addWorkdays(today, WARNING_LEADS.statutory.amount),
});

/** The light of a single last day; none without one. */
export function lightOn(dueOn: string | null, { today, soon }: Days): ClockLight {
  if (dueOn === null) return 'none';
  if (dueOn < today) return 'red';
  if (dueOn === today) return 'orange';
  return dueOn <= soon ? 'yellow' : 'normal';
}

type Clocked = Pick<Approval, 'state' | 'statutoryDueOn' | 'promisedDueOn'>;

/** The same as `LIGHT_SQL` for one filing, with the day it comes from. */
export function worseLight({ state, statutoryDueOn, promisedDueOn }: Clocked, days: Days) {
  const [earlier = null] = [statutoryDueOn, promisedDueOn].filter((day) => day !== null).toSorted();
  const dueOn = RUNNING.includes(state) ? earlier : null;
  const light = dueOn === null && state === 'special_procedure' ? 'stopped' : lightOn(dueOn, days);
  return { dueOn, light, lightText: LIGHT_TEXT[light] };
}
