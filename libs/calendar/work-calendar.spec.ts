import fc from 'fast-check';
import { addDays } from './plain-day.js';
import { CalendarGap, WorkCalendar, type CalendarRow, type PlainDay } from './work-calendar.js';

const row = (day: PlainDay, workday: boolean, source: CalendarRow['source'] = 'published'): CalendarRow => ({
  day,
  workday,
  source,
  note: '',
});

const FIRST = '2026-01-01';
/** Any pattern of work and rest, however odd. */
const pattern = fc.array(fc.boolean(), { minLength: 1, maxLength: 80 });
const calendarOf = (works: readonly boolean[]) =>
  new WorkCalendar(works.map((workday, offset) => row(addDays(FIRST, offset), workday)));

const withDays = fc
  .record({ works: pattern, a: fc.nat(79), b: fc.nat(79), n: fc.integer({ min: -90, max: 90 }) })
  .map(({ works, a, b, n }) => ({
    calendar: calendarOf(works),
    a: addDays(FIRST, a % works.length),
    b: addDays(FIRST, b % works.length),
    n,
  }));

/** The answer, or undefined where the calendar refuses one. */
function orGap(ask: () => PlainDay): PlainDay | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarGap) return undefined;
    throw error;
  }
}

describe('a working calendar', () => {
  it('adds and counts working days as each other’s inverse', () => {
    fc.assert(
      fc.property(withDays, ({ calendar, a, n }) => {
        const reached = orGap(() => calendar.addWorkdays(a, n));
        if (reached === undefined || n === 0) return;
        expect(calendar.isWorkday(reached)).toBe(true);
        const countedBack = n < 0 && !calendar.isWorkday(a) ? n + 1 : n;
        expect(calendar.workdaysBetween(a, reached)).toBe(countedBack);
      }),
    );
  });

  it('counts what a walk day by day counts', () => {
    fc.assert(
      fc.property(withDays, ({ calendar, a, b }) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        let walked = 0;
        for (let day = from; day < to; day = addDays(day, 1)) if (calendar.isWorkday(addDays(day, 1))) walked += 1;
        expect(calendar.workdaysBetween(from, to)).toBe(walked);
        expect(calendar.workdaysBetween(to, from)).toBe(0 - walked);
      }),
    );
  });

  it('never reaches an earlier day from a later start or with more days to add', () => {
    fc.assert(
      fc.property(withDays, fc.nat(20), ({ calendar, a, b, n }, more) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const fromEarly = orGap(() => calendar.addWorkdays(early, n));
        const fromLate = orGap(() => calendar.addWorkdays(late, n));
        const further = orGap(() => calendar.addWorkdays(early, n + more));
        if (fromEarly && fromLate) expect(fromLate >= fromEarly).toBe(true);
        if (fromEarly && further) expect(further >= fromEarly).toBe(true);
      }),
    );
  });

  it('throws past its coverage and never returns a day outside it', () => {
    fc.assert(
      fc.property(withDays, fc.integer({ min: -400, max: 400 }), ({ calendar, n }, shift) => {
        const { from, to } = calendar.coverage;
        const day = addDays(FIRST, shift);
        const known = day >= from && day <= to;
        for (const ask of [
          () => calendar.addWorkdays(day, n),
          () => calendar.nextWorkday(day),
          () => calendar.lastWorkdayOnOrBefore(day),
        ]) {
          const answer = orGap(ask);
          if (answer === undefined) continue;
          expect(known && answer >= from && answer <= to).toBe(true);
        }
        if (known) return;
        expect(() => calendar.isWorkday(day)).toThrow(CalendarGap);
        expect(() => calendar.workdaysBetween(from, day)).toThrow(CalendarGap);
        expect(calendar.certainty(day)).toBe('unknown');
      }),
    );
  });

  it('goes to the next working day and back to the last, staying on a day that works', () => {
    const calendar = calendarOf([true, false, false, true]);
    expect(calendar.nextWorkday('2026-01-01')).toBe('2026-01-01');
    expect(calendar.nextWorkday('2026-01-02')).toBe('2026-01-04');
    expect(calendar.lastWorkdayOnOrBefore('2026-01-03')).toBe('2026-01-01');
    expect(calendar.lastWorkdayOnOrBefore('2026-01-04')).toBe('2026-01-04');
  });

  it('names the day it does not know and what it does', () => {
    const calendar = calendarOf([true, true]);
    const ask = () => calendar.addWorkdays('2026-01-02', 1);
    expect(ask).toThrow(expect.objectContaining({ day: '2026-01-03', coverage: { from: FIRST, to: '2026-01-02' } }));
    expect(ask).toThrow('no working calendar for 2026-01-03: known from 2026-01-01 to 2026-01-02');
  });

  it('refuses rows with a hole, and no rows', () => {
    expect(() => new WorkCalendar([row('2026-01-01', true), row('2026-01-03', true)])).toThrow(
      expect.objectContaining({ day: '2026-01-02' }),
    );
    expect(() => new WorkCalendar([])).toThrow(RangeError);
  });

  it('lets an override win over the other sources wherever it stands, and a later override over an earlier', () => {
    const published = row('2026-01-01', true);
    const [rest, work] = [row('2026-01-01', false, 'override'), row('2026-01-01', true, 'override')];
    expect(new WorkCalendar([rest, published]).isWorkday('2026-01-01')).toBe(false);
    expect(new WorkCalendar([published, work, rest]).isWorkday('2026-01-01')).toBe(false);
    expect(new WorkCalendar([rest, work, published]).isWorkday('2026-01-01')).toBe(true);
  });

  it('calls a date assumed from the first assumed day on, even on an override: the way there was assumed', () => {
    const calendar = new WorkCalendar([
      row('2026-01-01', true),
      row('2026-01-02', true, 'override'),
      row('2026-01-03', true, 'assumed'),
      row('2026-01-04', true, 'override'),
    ]);
    const days = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'];
    expect(days.map((day) => calendar.certainty(day))).toEqual([
      'unknown',
      'published',
      'published',
      'assumed',
      'assumed',
      'unknown',
    ]);
  });
});
