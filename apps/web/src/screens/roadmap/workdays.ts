/** Working days as numbers: 0 is the first one from the roadmap's start, and a day off counts with the working day before it. */
export interface Workdays {
  /** Beyond the known days it is the first or the last of them. */
  numberOf(day: string): number;
  /** Null beyond the known days. */
  dayAt(number: number): string | null;
  first: number;
  last: number;
}

/** @param days working days in order, as the calendar's owner gave them */
export function workdaysFrom(days: readonly string[], startOn: string): Workdays {
  const zero = firstAt(days, startOn);
  const [first, last] = [-zero, days.length - 1 - zero];
  return {
    first,
    last,
    numberOf: (day) => {
      const at = firstAt(days, day);
      const passed = days[at] === day ? at : at - 1;
      return Math.min(last, Math.max(first, passed - zero));
    },
    dayAt: (number) => days[number + zero] ?? null,
  };
}

/** Position of the first working day that is not before `day`. */
function firstAt(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
