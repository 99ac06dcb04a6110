import { DEFAULT_THRESHOLDS, clocksOf } from '#libs/calendar/clock.js';
import type { Clock as Measured } from '#libs/calendar/clock.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { Clock, ClockLight } from '#libs/contracts/approvals/clock.js';
import type { ItemRow } from '#libs/reference/rows.js';
import type { Approval, Limits } from '../filings/approval.entity.js';
import type { ApprovalExtension } from '../filings/extension.entity.js';
import type { ApprovalSpan } from '../filings/span.entity.js';

export const LIGHT_TEXT: Record<ClockLight, string> = {
  none: '无时限',
  normal: '正常',
  yellow: '临期',
  orange: '今日到期',
  red: '超期',
  stopped: '已暂停',
};

/** What lengthens or stops the clocks of a filing. */
export interface Times {
  spans: readonly ApprovalSpan[];
  extensions: readonly ApprovalExtension[];
}

const UNITS = { 工作日: 'workday', 日: 'day', 月: 'month' } as const;

export const limitsOf = ({ statutoryDays, statutoryUnit, deadlineKind, promisedWorkdays }: ItemRow): Limits => ({
  statutory: { amount: statutoryDays, unit: UNITS[statutoryUnit], kind: deadlineKind },
  promisedWorkdays,
});

const NONE = { dueOn: null, remaining: null, state: 'none', light: 'none', lightText: LIGHT_TEXT.none } as const;

/** Both clocks as of a day; once decided they stay as they were on the day of the decision (R75). */
export function filingClocks(
  approval: Pick<Approval, 'state' | 'acceptedOn' | 'decidedOn' | 'limits'>,
  { spans, extensions }: Times,
  today: string,
  calendar: WorkCalendar,
): { statutory: Clock; promised: Clock } {
  const { state, acceptedOn, decidedOn, limits } = approval;
  const units = { statutory: limits.statutory.unit, promised: 'workday' } as const;
  if (acceptedOn === null || state === 'withdrawn') {
    return { statutory: { ...NONE, unit: units.statutory }, promised: { ...NONE, unit: units.promised } };
  }
  const measured = clocksOf({
    acceptedOn,
    statutory: limits.statutory,
    promisedWorkdays: limits.promisedWorkdays,
    spans: spans.filter(({ kind }) => kind === 'special_procedure'),
    extensions,
    asOf: decidedOn ?? today,
    calendar,
    thresholds: DEFAULT_THRESHOLDS,
  });
  const shown = (clock: Measured, unit: Clock['unit']) => ({ ...show(clock, decidedOn !== null), unit });
  return {
    statutory: shown(measured.statutory, units.statutory),
    promised: shown(measured.promised, units.promised),
  };
}

function show({ due, remaining, state, light }: Measured, ended: boolean): Omit<Clock, 'unit'> {
  if (state === 'none') return NONE;
  // Ending on the last day is on time: of a decided filing only being late is left to tell.
  const onTime = light === 'red' ? light : 'normal';
  const told: ClockLight = ended ? onTime : state === 'stopped' ? 'stopped' : light;
  return { dueOn: due, remaining, state: ended ? 'ended' : state, light: told, lightText: LIGHT_TEXT[told] };
}

/** Sets the due days that lists and warnings look for; null while a clock does not run. */
export function setDueDays(
  approval: Approval,
  times: Times,
  { now, today }: { now: Date; today: string },
  calendar: WorkCalendar,
): void {
  const { statutory, promised } = filingClocks(approval, times, today, calendar);
  const runs = ({ state }: Clock) => state === 'running';
  // A waiting period (A09, C05) is never overdue.
  approval.statutoryDueOn = runs(statutory) && approval.limits.statutory.kind === 'max' ? statutory.dueOn : null;
  approval.promisedDueOn = runs(promised) ? promised.dueOn : null;
  approval.clockedAt = now;
}
