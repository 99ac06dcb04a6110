import type { Axis } from './axis.js';
import type { Entry } from './model.js';
import type { Workdays } from './workdays.js';

export interface Bar {
  x: number;
  width: number;
}

/** Everything that one row of the picture shows; what is absent is null. */
export interface RowBars {
  planned: Bar;
  /** As first frozen, where it was moved since. */
  original: Bar | null;
  /** Come true: to the decision, or to today while it runs. */
  actual: Bar | null;
  forecast: Bar | null;
  /** Of the forecast, what lies beyond the plan. */
  late: Bar | null;
  suspensions: (Bar & { cause: string })[];
  preApprovals: (Bar & { issued: boolean })[];
  /** Where a move on trial would put it. */
  trial: Bar | null;
}

export interface PreApprovalSpan {
  itemCode: string;
  appliedOn: string;
  issuedOn: string | null;
  /** Conversion or another end. */
  endedOn: string | null;
}

export interface Ground {
  axis: Axis;
  days: Workdays;
  today: string;
  preApprovals: readonly PreApprovalSpan[];
  /** Where a move on trial would put items, by code. */
  trial: ReadonlyMap<string, TrialEnd>;
}

export interface TrialEnd {
  endsOn: string;
  /** The item moved by hand keeps its start; what it pushes goes on with its own working days. */
  keepsStart: boolean;
}

/** Something that takes no working day is still seen. */
export const THINNEST = 4;

export function barBetween({ axis, days }: Pick<Ground, 'axis' | 'days'>, from: string, to: string): Bar {
  const [start, end] = [axis.x(days.numberOf(from)), axis.x(days.numberOf(to))];
  const x = Math.min(start, end);
  return { x, width: Math.max(THINNEST, end - x) };
}

export function barsOf(entry: Entry, ground: Ground): RowBars {
  const { full, original, forecast, suspensions, itemCode } = entry;
  const { today, trial } = ground;
  const between = (from: string, to: string) => barBetween(ground, from, to);
  const planned = between(full.startsOn, full.endsOn);
  const expected = forecast.actualOn === null ? between(openFrom(entry, today), forecast.forecastOn) : null;
  const tried = trial.get(itemCode);
  return {
    planned,
    original: original && isMoved(entry) ? between(original.startsOn, original.endsOn) : null,
    actual: actualBar(entry, ground),
    forecast: expected,
    late: expected && forecast.workdaysLate > 0 ? beyond(expected, planned) : null,
    suspensions: suspensions.map(({ from, to, cause }) => ({ ...between(from, to ?? today), cause })),
    preApprovals: ground.preApprovals
      .filter((one) => one.itemCode === itemCode)
      .flatMap((one) => preApprovalBars(one, ground)),
    trial: tried ? trialBar(entry, tried, ground) : null,
  };
}

export const isMoved = ({ full, original }: Pick<Entry, 'full' | 'original'>): boolean =>
  original !== null && (original.startsOn !== full.startsOn || original.endsOn !== full.endsOn);

const openFrom = ({ forecast }: Entry, today: string): string =>
  forecast.actualFrom === null ? forecast.forecastFrom : today;

function actualBar({ forecast: { actualFrom, actualOn } }: Entry, ground: Ground): Bar | null {
  if (actualOn !== null) return barBetween(ground, actualFrom ?? actualOn, actualOn);
  return actualFrom === null ? null : barBetween(ground, actualFrom, ground.today);
}

function beyond(bar: Bar, planned: Bar): Bar | null {
  const [from, to] = [Math.max(bar.x, planned.x + planned.width), bar.x + bar.width];
  return to > from ? { x: from, width: to - from } : null;
}

function preApprovalBars({ appliedOn, issuedOn, endedOn }: PreApprovalSpan, ground: Ground) {
  const examined = { ...barBetween(ground, appliedOn, issuedOn ?? endedOn ?? ground.today), issued: false };
  if (issuedOn === null) return [examined];
  return [examined, { ...barBetween(ground, issuedOn, endedOn ?? ground.today), issued: true }];
}

function trialBar({ full }: Entry, { endsOn, keepsStart }: TrialEnd, { axis, days }: Ground): Bar {
  const end = days.numberOf(endsOn);
  const start = keepsStart ? days.numberOf(full.startsOn) : end - (full.end - full.start);
  const x = axis.x(Math.min(start, end));
  return { x, width: Math.max(THINNEST, axis.x(end) - x) };
}
