import { addDays, type PlainDay } from './plain-day.js';

export type { PlainDay } from './plain-day.js';

/** One day of the working calendar. Where rows share a day the stronger source wins, and of equals the later row. */
export interface CalendarRow {
  day: PlainDay;
  workday: boolean;
  source: 'published' | 'override' | 'assumed';
  note: string;
}

export interface Coverage {
  from: PlainDay;
  to: PlainDay;
}

/** `assumed` when a day up to this one still awaits the State Council's notice, `unknown` outside the calendar. */
export type Certainty = 'published' | 'assumed' | 'unknown';

/** The answer lies on a day the calendar does not know; it is never guessed. */
export class CalendarGap extends Error {
  override readonly name = 'CalendarGap';

  constructor(
    readonly day: PlainDay,
    readonly coverage: Coverage,
  ) {
    super(`no working calendar for ${day}: known from ${coverage.from} to ${coverage.to}`);
  }
}

const STRENGTH = { assumed: 0, published: 1, override: 2 } as const;

function strongest(rows: readonly CalendarRow[]): CalendarRow[] {
  const byDay = new Map<PlainDay, CalendarRow>();
  for (const row of rows) {
    const known = byDay.get(row.day);
    if (!known || STRENGTH[row.source] >= STRENGTH[known.source]) byDay.set(row.day, row);
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Working days of a contiguous span (standards §7). Every question is answered in constant time or with CalendarGap. */
export class WorkCalendar {
  readonly coverage: Coverage;
  readonly #workdays: PlainDay[] = [];
  /** For each day of the span, how many working days have passed at its end. */
  readonly #passed = new Map<PlainDay, number>();
  readonly #assumedFrom: PlainDay | undefined;

  /** Throws CalendarGap at the first day missing between the rows, RangeError when there are none. */
  constructor(rows: readonly CalendarRow[]) {
    const days = strongest(rows);
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) throw new RangeError('a working calendar needs at least one day');
    this.coverage = { from: first.day, to: last.day };
    for (const [offset, { day, workday }] of days.entries()) {
      const expected = addDays(first.day, offset);
      if (day !== expected) throw new CalendarGap(expected, this.coverage);
      if (workday) this.#workdays.push(day);
      this.#passed.set(day, this.#workdays.length);
    }
    this.#assumedFrom = days.find((row) => row.source === 'assumed')?.day;
  }

  isWorkday(day: PlainDay): boolean {
    return this.#workdays[this.#passedBy(day) - 1] === day;
  }

  /** The nth working day after `from`, which is not counted itself; a negative n counts back, 0 is `from`. */
  addWorkdays(from: PlainDay, n: number): PlainDay {
    const passed = this.#passedBy(from);
    if (n === 0) return from;
    if (n > 0) return this.#nth(passed + n);
    return this.#nth(passed + n + (this.isWorkday(from) ? 0 : 1));
  }

  /** Working days after `from` up to and including `to`, negative when `to` is the earlier. */
  workdaysBetween(from: PlainDay, to: PlainDay): number {
    return this.#passedBy(to) - this.#passedBy(from);
  }

  /** The day itself when it works. */
  nextWorkday(day: PlainDay): PlainDay {
    return this.isWorkday(day) ? day : this.addWorkdays(day, 1);
  }

  lastWorkdayOnOrBefore(day: PlainDay): PlainDay {
    return this.#nth(this.#passedBy(day));
  }

  /** Certainty of a date counted up to `day`: past the first assumed day even an override is only assumed. */
  certainty(day: PlainDay): Certainty {
    if (!this.#passed.has(day)) return 'unknown';
    return this.#assumedFrom !== undefined && day >= this.#assumedFrom ? 'assumed' : 'published';
  }

  #passedBy(day: PlainDay): number {
    const passed = this.#passed.get(day);
    if (passed === undefined) throw new CalendarGap(day, this.coverage);
    return passed;
  }

  #nth(n: number): PlainDay {
    const day = this.#workdays[n - 1];
    if (day === undefined) {
      const beyond = n < 1 ? addDays(this.coverage.from, -1) : addDays(this.coverage.to, 1);
      throw new CalendarGap(beyond, this.coverage);
    }
    return day;
  }
}
