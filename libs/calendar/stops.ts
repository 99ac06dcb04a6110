import { addDays, daysBetween, type PlainDay } from './plain-day.js';

/** A span in which a clock stands still, both ends included; `to` is null while the stop is open. */
export interface Stop {
  from: PlainDay;
  to: PlainDay | null;
}

export const covers = ({ from, to }: Stop, day: PlainDay): boolean => from <= day && (to === null || day <= to);

/** Disjoint stops in order, cut to the days after `start`. Throws RangeError on a stop that ends before it begins. */
export function unionAfter(start: PlainDay, stops: readonly Stop[]): Stop[] {
  const union: Stop[] = [];
  for (const { from, to } of stops.toSorted((a, b) => daysBetween(b.from, a.from))) {
    if (to !== null && to < from) throw new RangeError(`a stop from ${from} cannot end on ${to}`);
    if (to !== null && to <= start) continue;
    const last = union.at(-1);
    if (!last || (last.to !== null && last.to < from)) {
      union.push({ from: from > start ? from : addDays(start, 1), to });
    } else if (last.to !== null && (to === null || to > last.to)) {
      last.to = to;
    }
  }
  return union;
}
