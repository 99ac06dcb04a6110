import { addDays, addMonths, daysBetween, type PlainDay } from './plain-day.js';
import { covers, unionAfter, type Stop } from './stops.js';
import type { WorkCalendar } from './work-calendar.js';

export type { Stop } from './stops.js';

/** 工作日, 日 (calendar) or 月 of items.csv. */
export type Unit = 'workday' | 'day' | 'month';

export interface Terms {
  startedOn: PlainDay;
  /** An acceptance on a rest day counts as made on the next workday; an event (竣工验收合格) stands on its own day. */
  startedBy?: 'acceptance' | 'event';
  amount: number;
  unit: Unit;
  stops: readonly Stop[];
  /** Workdays added to a workday limit, else calendar days (行政许可法42). */
  extensionDays?: number;
  /** The day `remaining` is told for, by default the start. */
  asOf?: PlainDay;
  calendar: WorkCalendar;
}

/** Lengths in workdays for a workday limit, else in calendar days. */
export interface Deadline {
  /** The last day on time; null while an open stop freezes it. */
  due: PlainDay | null;
  total: number;
  /** Left after `asOf` up to the due day, stops not counted; negative when overdue. */
  remaining: number;
  /** `remaining` in workdays, whatever the unit of the limit; null when the due day is. */
  workdaysLeft: number | null;
  /** The clock stands still on `asOf`. A stop after the due day excuses nothing. */
  stopped: boolean;
}

/** A way of counting: both with `from` not counted and `to` counted. */
interface Measure {
  between(from: PlainDay, to: PlainDay): number;
  add(from: PlainDay, amount: number): PlainDay;
}

const workdays = (calendar: WorkCalendar): Measure => ({
  between: (from, to) => calendar.workdaysBetween(from, to),
  add: (from, amount) => calendar.addWorkdays(from, amount),
});
const calendarDays: Measure = { between: daysBetween, add: addDays };

/** Length from `from` to a later `to` outside the stops. */
function running(from: PlainDay, to: PlainDay, stops: readonly Stop[], { between }: Measure): number {
  return stops.reduce(
    (length, stop) => {
      const before = addDays(stop.from, -1);
      const first = before > from ? before : from;
      const last = stop.to !== null && stop.to < to ? stop.to : to;
      return first < last ? length - between(first, last) : length;
    },
    between(from, to),
  );
}

/** The day on which `total` has run outside the stops, null when an open one comes first. */
function runsOut(start: PlainDay, total: number, stops: readonly Stop[], measure: Measure): PlainDay | null {
  let from = start;
  let left = total;
  for (const stop of stops) {
    const before = measure.between(from, addDays(stop.from, -1));
    if (left <= before) break;
    if (stop.to === null) return null;
    left -= before;
    from = stop.to;
  }
  return measure.add(from, left);
}

/** A limit that runs out on a rest day ends on the next workday (民法典203) that no stop covers. */
function rolled(day: PlainDay, stops: readonly Stop[], calendar: WorkCalendar): PlainDay | null {
  const workday = calendar.nextWorkday(day);
  const stop = stops.find((span) => covers(span, workday));
  if (!stop) return workday;
  return stop.to === null ? null : rolled(addDays(stop.to, 1), stops, calendar);
}

/**
 * Due day of a limit (standards §7): the start day is not counted, stops count for nothing from both ends inclusive and
 * from the start on. Throws CalendarGap when the answer lies outside the calendar.
 */
export function dueOn(terms: Terms): Deadline {
  const { startedOn, startedBy = 'acceptance', amount, unit, extensionDays = 0, asOf = startedOn, calendar } = terms;
  const start = startedBy === 'acceptance' ? calendar.nextWorkday(startedOn) : startedOn;
  const stops = unionAfter(start, terms.stops);
  const measure = unit === 'workday' ? workdays(calendar) : calendarDays;
  const total = (unit === 'month' ? daysBetween(start, addMonths(start, amount)) : amount) + extensionDays;
  const ranOut = runsOut(start, total, stops, measure);
  const due = ranOut === null ? null : rolled(ranOut, stops, calendar);
  const now = asOf > start ? asOf : start;
  const left = (to: PlainDay, by: Measure) => (now <= to ? running(now, to, stops, by) : by.between(now, to));
  return {
    due,
    total,
    remaining: due === null ? Math.max(0, total - running(start, now, stops, measure)) : left(due, measure),
    workdaysLeft: due === null ? null : left(due, workdays(calendar)),
    stopped: terms.stops.some((stop) => covers(stop, asOf)) && (due === null || asOf <= due),
  };
}

export type Light = 'normal' | 'yellow' | 'orange' | 'red';

/** Yellow from either on: so many workdays left, or this share (0–1) of the limit left. */
export interface Thresholds {
  workdaysLeft: number;
  shareLeft: number;
}

/** Two workdays; a share would colour a promise of three days or a limit of sixty far from its end (R104, configurable). */
export const DEFAULT_THRESHOLDS: Thresholds = { workdaysLeft: 2, shareLeft: 0 };

/** R104: orange on the due day, red after it, and no warning from a clock that stands still. */
export function lightOf(deadline: Deadline, asOf: PlainDay, thresholds: Thresholds = DEFAULT_THRESHOLDS): Light {
  const { due, total, remaining, workdaysLeft, stopped } = deadline;
  if (due === null || workdaysLeft === null || stopped) return 'normal';
  if (asOf > due) return 'red';
  if (asOf === due) return 'orange';
  return workdaysLeft <= thresholds.workdaysLeft || remaining <= total * thresholds.shareLeft ? 'yellow' : 'normal';
}

/** What a filing knows of its time. */
export interface Filing {
  acceptedOn: PlainDay;
  statutory: { amount: number; unit: Unit; kind: 'max' | 'min' | 'unit_duty' | null };
  /** 0 = no promise, or decided on the spot. */
  promisedWorkdays: number;
  spans: readonly (Stop & { cause: string; stopsStatutory: boolean })[];
  /** 延长 (GB/T 39046 A.7=1), each of so many days in the statutory unit. */
  extensions: readonly { days: number }[];
  asOf: PlainDay;
  calendar: WorkCalendar;
  thresholds?: Thresholds;
}

/** `remaining` as in Deadline, null with state `none`. */
export interface Clock {
  due: PlainDay | null;
  remaining: number | null;
  state: 'running' | 'stopped' | 'none';
  light: Light;
}

const NO_CLOCK: Clock = { due: null, remaining: null, state: 'none', light: 'normal' };

function limitClock(terms: Terms & { asOf: PlainDay }, thresholds?: Thresholds): Clock {
  if (terms.amount === 0) return NO_CLOCK;
  const deadline = dueOn(terms);
  const { due, remaining, stopped } = deadline;
  return { due, remaining, state: stopped ? 'stopped' : 'running', light: lightOf(deadline, terms.asOf, thresholds) };
}

function statutoryClock({ acceptedOn, statutory, spans, extensions, asOf, calendar, thresholds }: Filing): Clock {
  const { amount, unit, kind } = statutory;
  const stops = spans.filter((span) => span.stopsStatutory);
  const extensionDays = extensions.reduce((sum, { days }) => sum + days, 0);
  const terms = { startedOn: acceptedOn, amount, unit, stops, extensionDays, asOf, calendar };
  switch (kind) {
    case 'max':
      return limitClock(terms, thresholds);
    case 'min': {
      // A waiting period that is over is fulfilled, not overdue.
      const clock = limitClock({ ...terms, startedBy: 'event' });
      return { ...clock, remaining: clock.remaining === null ? null : Math.max(0, clock.remaining), light: 'normal' };
    }
    case 'unit_duty':
    case null:
      return NO_CLOCK;
  }
}

/**
 * The two clocks of a filing (R75): the statutory one stops only for causes marked so and is lengthened by extensions;
 * the promised one stops for every cause. A unit's duty is no clock of the filing: ask dueOn from its event (R135).
 */
export function clocksOf(filing: Filing): { statutory: Clock; promised: Clock } {
  const { acceptedOn, promisedWorkdays, spans, asOf, calendar, thresholds } = filing;
  const promise: Terms & { asOf: PlainDay } = {
    startedOn: acceptedOn,
    amount: promisedWorkdays,
    unit: 'workday',
    stops: spans,
    asOf,
    calendar,
  };
  return { statutory: statutoryClock(filing), promised: limitClock(promise, thresholds) };
}

/** How long before a due day to remind: workdays before it, or calendar days drawn back to a workday. */
export interface Lead {
  amount: number;
  unit: 'workday' | 'day';
}

/** The days to remind on, first to last, each once (R72 day −1, R135 7 days). */
export function remindersBefore(due: PlainDay, leads: readonly Lead[], calendar: WorkCalendar): PlainDay[] {
  const days = leads.map(({ amount, unit }) =>
    unit === 'workday' ? calendar.addWorkdays(due, -amount) : calendar.lastWorkdayOnOrBefore(addDays(due, -amount)),
  );
  return [...new Set(days)].sort();
}
