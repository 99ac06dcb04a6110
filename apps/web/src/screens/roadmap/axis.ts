import type { Workdays } from './workdays.js';

/** Pixels of a working day: everything in the room there is, or so that months or weeks can be read. */
export const ZOOMS = ['fit', 'month', 'week'] as const;
export type Zoom = (typeof ZOOMS)[number];
const DAY_WIDTH = { month: 8, week: 24 } as const;
const NARROWEST = 1.5;

/** Where nothing begins or ends for longer than this many working days, the axis is folded. */
const LONG = 30;
const MARGIN = 3;
export const FOLD = 56;

export interface Stretch {
  from: number;
  to: number;
  x: number;
  width: number;
  folded: boolean;
}

export interface Tick {
  x: number;
  day: string;
  /** Not the first day of its month: where a stretch begins. */
  opening?: boolean;
}

export interface Axis {
  width: number;
  dayWidth: number;
  stretches: readonly Stretch[];
  /** A working day has one place; days beyond the axis lie on its edge. */
  x: (day: number) => number;
  /** First working days of months and of weeks, without those inside a fold. */
  months: readonly Tick[];
  weeks: readonly Tick[];
}

export interface Wanted {
  days: Workdays;
  /** Numbers of the working days on which something begins or ends. */
  marks: readonly number[];
  /** Pixels there are. */
  room: number;
  zoom: Zoom;
}

/** An axis of working days: weekends and holidays take no room, and a long stretch without any event is folded. */
export function axisOf({ days, marks, room, zoom }: Wanted): Axis {
  const parts = partsOf([...new Set(marks)].sort((a, b) => a - b));
  const shown = parts.reduce((sum, { from, to, folded }) => sum + (folded ? 0 : to - from), 0);
  const folds = parts.filter(({ folded }) => folded).length;
  const fitting = Math.max(NARROWEST, (room - folds * FOLD) / Math.max(1, shown));
  const dayWidth = zoom === 'fit' ? fitting : Math.max(DAY_WIDTH[zoom], fitting);
  const stretches: Stretch[] = [];
  let width = 0;
  for (const part of parts) {
    const wide = part.folded ? FOLD : (part.to - part.from) * dayWidth;
    stretches.push({ ...part, x: width, width: wide });
    width += wide;
  }
  const x = placeOn(stretches, width);
  return { width, dayWidth, stretches, x, ...ticksOf(days, stretches, x) };
}

type Part = Pick<Stretch, 'from' | 'to' | 'folded'>;

function partsOf(marks: readonly number[]): Part[] {
  const [first, last] = [marks[0] ?? 0, marks.at(-1) ?? 0];
  const parts: Part[] = [];
  let from = first;
  marks.forEach((mark, index) => {
    const next = marks[index + 1];
    if (next === undefined || next - mark <= LONG) return;
    parts.push({ from, to: mark + MARGIN, folded: false }, { from: mark + MARGIN, to: next - MARGIN, folded: true });
    from = next - MARGIN;
  });
  return [...parts, { from, to: last + 1, folded: false }];
}

const placeOn =
  (stretches: readonly Stretch[], width: number) =>
  (day: number): number => {
    const on = stretches.find(({ to }) => day <= to);
    if (!on) return width;
    return on.x + (Math.max(0, day - on.from) / (on.to - on.from)) * on.width;
  };

function ticksOf(days: Workdays, stretches: readonly Stretch[], x: Axis['x']): Pick<Axis, 'months' | 'weeks'> {
  const months: Tick[] = [];
  const weeks: Tick[] = [];
  for (const { from, to, folded } of stretches) {
    for (let number = from; !folded && number < to; number += 1) {
      const [before, day] = [days.dayAt(number - 1), days.dayAt(number)];
      if (day === null) continue;
      if (before === null || before.slice(0, 7) !== day.slice(0, 7)) months.push({ x: x(number), day });
      else if (number === from) months.push({ x: x(number), day, opening: true });
      if (before === null || weekOf(before) !== weekOf(day)) weeks.push({ x: x(number), day });
    }
  }
  return { months, weeks };
}

const DAY_MS = 86_400_000;
/** Weeks since a Monday long ago: 1970-01-01 was a Thursday. */
const weekOf = (day: string): number => Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY_MS + 3) / 7);

/** Ticks far enough from one another for their words; a true beginning goes before an opening. */
export function spaced(ticks: readonly Tick[], apart: number): Tick[] {
  const kept: Tick[] = [];
  const crowded = ({ x, opening }: Tick, index: number) => opening && (ticks[index + 1]?.x ?? Infinity) - x < apart;
  for (const tick of ticks.filter((one, index) => !crowded(one, index)))
    if (tick.x - (kept.at(-1)?.x ?? -apart) >= apart) kept.push(tick);
  return kept;
}
