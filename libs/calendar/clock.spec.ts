import fc from 'fast-check';
import { clocksOf, dueOn, lightOf, remindersBefore, type Filing, type Stop, type Terms } from './clock.js';
import { addDays, addMonths, daysBetween, type PlainDay } from './plain-day.js';
import { nationalCalendar } from './published.js';
import { CalendarGap } from './work-calendar.js';

const calendar = nationalCalendar();

const deadline = (terms: Partial<Terms>) =>
  dueOn({ startedOn: '2026-11-02', amount: 7, unit: 'workday', stops: [], calendar, ...terms });
const dueOf = (terms: Partial<Terms>) => deadline(terms).due;

/** B02: 20 working days by statute, 3 promised. */
const filing = (facts: Partial<Filing>) =>
  clocksOf({
    acceptedOn: '2026-11-02',
    statutory: { amount: 20, unit: 'workday', kind: 'max' },
    promisedWorkdays: 3,
    spans: [],
    extensions: [],
    asOf: '2026-11-02',
    calendar,
    ...facts,
  });

describe('a limit in working days', () => {
  it.each([
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-05-09', 1, '2026-05-11'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-11-23', 20, '2026-12-21'],
  ])('accepted %s with %i is due on %s', (startedOn, amount, due) => {
    expect(dueOf({ startedOn, amount })).toBe(due);
  });

  it('leaves excluded time out from its first day to its last: 11-05…11-16 moves 2026-11-11 to 2026-11-23', () => {
    expect(dueOf({})).toBe('2026-11-11');
    expect(dueOf({ stops: [{ from: '2026-11-05', to: '2026-11-16' }] })).toBe('2026-11-23');
  });

  it('excludes days of overlapping stops once and nothing before the start', () => {
    const stops = [
      { from: '2026-11-10', to: '2026-11-16' },
      { from: '2026-11-05', to: '2026-11-12' },
      { from: '2026-10-12', to: '2026-10-30' },
    ];
    expect(dueOf({ stops })).toBe('2026-11-23');
  });

  it('freezes what is left while a stop is open', () => {
    const stops = [{ from: '2026-11-05', to: null }];
    expect(deadline({ stops, asOf: '2026-11-04' })).toMatchObject({ due: null, remaining: 5, stopped: false });
    expect(deadline({ stops, asOf: '2026-11-30' })).toMatchObject({ due: null, remaining: 5, stopped: true });
  });

  it('lets no stop excuse what was late before it', () => {
    const stops = [{ from: '2026-11-12', to: null }];
    expect(deadline({ stops, asOf: '2026-11-13' })).toMatchObject({ due: '2026-11-11', remaining: -2, stopped: false });
  });

  it('is lengthened by an extension (行政许可法42)', () => {
    expect(dueOf({ startedOn: '2026-11-23', amount: 20, extensionDays: 10 })).toBe(
      calendar.addWorkdays('2026-11-23', 30),
    );
  });

  it('counts an acceptance on a rest day from the next working day, and an event from its own', () => {
    expect(dueOf({ startedOn: '2026-11-21', amount: 1 })).toBe('2026-11-24');
    expect(dueOf({ startedOn: '2026-11-21', amount: 1, startedBy: 'event' })).toBe('2026-11-23');
  });

  it('is overdue on day 6 of 5 (R72)', () => {
    const asOf = calendar.addWorkdays('2026-11-23', 6);
    const late = deadline({ startedOn: '2026-11-23', amount: 5, asOf });
    expect([late.due, late.remaining, lightOf(late, asOf)]).toEqual(['2026-11-30', -1, 'red']);
  });
});

describe('a limit in calendar days', () => {
  it('ends on the next working day when its last day is none', () => {
    expect(dueOf({ startedOn: '2026-11-16', amount: 7, unit: 'day' })).toBe('2026-11-23');
    expect(dueOf({ startedOn: '2026-11-16', amount: 5, unit: 'day' })).toBe('2026-11-23');
    expect(dueOf({ startedOn: '2026-09-25', amount: 8, unit: 'day', startedBy: 'event' })).toBe('2026-10-08');
    expect(dueOf({ startedOn: '2026-10-09', amount: 1, unit: 'day' })).toBe('2026-10-10');
  });

  it('leaves out the days of a stop, even where it would have ended', () => {
    const stops = [{ from: '2026-11-23', to: '2026-11-24' }];
    expect(dueOf({ startedOn: '2026-11-16', amount: 5, unit: 'day', stops })).toBe('2026-11-25');
    expect(dueOf({ startedOn: '2026-11-16', amount: 8, unit: 'day', stops })).toBe('2026-11-26');
    expect(dueOf({ startedOn: '2026-11-16', amount: 5, unit: 'day', stops: [{ from: '2026-11-23', to: null }] })).toBe(
      null,
    );
  });

  it('has nothing left, and no due day, when it ran out on a rest day before an open stop', () => {
    const stops = [{ from: '2026-11-23', to: null }];
    const frozen = deadline({ startedOn: '2026-11-16', amount: 5, unit: 'day', stops, asOf: '2026-11-22' });
    expect(frozen).toMatchObject({ due: null, remaining: 0, workdaysLeft: null });
  });

  it('tells what remains up to the day it really ends on', () => {
    const rolled = deadline({ startedOn: '2026-11-16', amount: 5, unit: 'day', asOf: '2026-11-20' });
    expect(rolled).toMatchObject({ due: '2026-11-23', remaining: 3, workdaysLeft: 1 });
  });
});

describe('a limit in months', () => {
  it('ends on the same day of the month, or the last, or the next working day', () => {
    expect(dueOf({ startedOn: '2026-03-02', amount: 3, unit: 'month' })).toBe('2026-06-02');
    expect(dueOf({ startedOn: '2026-03-31', amount: 1, unit: 'month' })).toBe('2026-04-30');
    expect(dueOf({ startedOn: '2026-11-30', amount: 3, unit: 'month' })).toBe('2027-03-01');
  });

  it('reminds of C04 granted 2026-03-02 on 2026-05-26, 7 days before 06-02 (R135)', () => {
    const due = dueOf({ startedOn: '2026-03-02', startedBy: 'event', amount: 3, unit: 'month' }) ?? '';
    expect(remindersBefore(due, [{ amount: 7, unit: 'day' }], calendar)).toEqual(['2026-05-26']);
  });
});

describe('reminders', () => {
  it('go out on working days before the due day, in order and once each', () => {
    const leads = [1, 5, 3].map((amount) => ({ amount, unit: 'workday' as const }));
    expect(remindersBefore('2026-10-10', leads, calendar)).toEqual(['2026-09-28', '2026-09-30', '2026-10-09']);
    expect(remindersBefore('2026-10-10', [...leads, { amount: 4, unit: 'day' }], calendar)).toHaveLength(3);
  });
});

describe('the two clocks of a filing (R75)', () => {
  const publicity = { cause: '批前公示', from: '2026-11-04', to: '2026-11-12', stopsStatutory: false };
  const hearing = { cause: '听证', from: '2026-11-04', to: '2026-11-10', stopsStatutory: true };

  it('move apart on B02: a 批前公示 of 7 working days moves the promised one by 7 and the statutory one by 0', () => {
    const [without, with7] = [filing({}), filing({ spans: [publicity] })];
    expect([without.promised.due, without.statutory.due]).toEqual(['2026-11-05', '2026-11-30']);
    expect(with7.promised.due).toBe(calendar.addWorkdays('2026-11-05', 7));
    expect(with7.statutory.due).toBe('2026-11-30');
  });

  it('move together on B02: a 听证 of 5 moves both by 5', () => {
    const { statutory, promised } = filing({ spans: [hearing] });
    expect([promised.due, statutory.due]).toEqual(['2026-11-12', '2026-12-07']);
    expect(promised.due).toBe(calendar.addWorkdays('2026-11-05', 5));
    expect(statutory.due).toBe(calendar.addWorkdays('2026-11-30', 5));
  });

  it('show red by statute while the promised one stands still and gives no warning', () => {
    const { statutory, promised } = filing({ spans: [{ ...publicity, to: null }], asOf: '2026-12-01' });
    expect(statutory).toEqual({ due: '2026-11-30', remaining: -1, state: 'running', light: 'red' });
    expect(promised).toEqual({ due: null, remaining: 2, state: 'stopped', light: 'normal' });
  });

  it('show the promise broken while the statute has time, extended or not', () => {
    const { statutory, promised } = filing({ asOf: '2026-11-09', extensions: [{ days: 6 }, { days: 4 }] });
    expect(promised).toEqual({ due: '2026-11-05', remaining: -2, state: 'running', light: 'red' });
    expect(statutory).toEqual({ due: '2026-12-14', remaining: 25, state: 'running', light: 'normal' });
  });

  it('resume after a closed stop, which is stopped only while it lasts', () => {
    expect(filing({ spans: [hearing], asOf: '2026-11-10' }).promised).toMatchObject({ state: 'stopped', remaining: 2 });
    expect(filing({ spans: [hearing], asOf: '2026-11-11' }).promised).toMatchObject({ state: 'running', remaining: 1 });
  });

  it.each([
    ['2026-11-25', 3, 'normal'],
    ['2026-11-26', 2, 'yellow'],
    ['2026-11-27', 1, 'yellow'],
    ['2026-11-29', 1, 'yellow'],
    ['2026-11-30', 0, 'orange'],
    ['2026-12-01', -1, 'red'],
  ] as const)('on %s, with %i working days left, the light is %s (R104)', (asOf, remaining, light) => {
    expect(filing({ asOf }).statutory).toMatchObject({ remaining, light });
  });

  it('take other thresholds, by days or by share of the limit', () => {
    const half = { workdaysLeft: 0, shareLeft: 0.5 };
    expect(filing({ asOf: '2026-11-13', thresholds: half }).statutory).toMatchObject({
      remaining: 11,
      light: 'normal',
    });
    expect(filing({ asOf: '2026-11-16', thresholds: half }).statutory).toMatchObject({
      remaining: 10,
      light: 'yellow',
    });
  });

  it('warn by working days also where the limit is in calendar days', () => {
    const statutory = { amount: 7, unit: 'day', kind: 'max' } as const;
    const ask = (asOf: PlainDay) => filing({ acceptedOn: '2026-09-24', statutory, asOf }).statutory;
    expect(ask('2026-09-28')).toMatchObject({ due: '2026-10-08', remaining: 10, light: 'normal' });
    expect(ask('2026-09-29')).toMatchObject({ remaining: 9, light: 'yellow' });
  });

  it('never call a legal waiting period overdue: A09, C05', () => {
    const statutory = { amount: 20, unit: 'day', kind: 'min' } as const;
    const clock = { due: '2026-11-23', remaining: 0, state: 'running', light: 'normal' };
    expect(filing({ statutory, asOf: '2026-11-23' }).statutory).toEqual(clock);
    expect(filing({ statutory, asOf: '2026-12-31' }).statutory).toEqual(clock);
  });

  it('let a waiting period run from its own day, rest day or not', () => {
    const statutory = { amount: 30, unit: 'day', kind: 'min' } as const;
    expect(filing({ statutory, acceptedOn: '2026-10-31' }).statutory.due).toBe('2026-11-30');
  });

  it('charge no unit’s duty to a department, and have no clock for what has no limit', () => {
    const none = { due: null, remaining: null, state: 'none', light: 'normal' };
    const duty = { amount: 15, unit: 'day', kind: 'unit_duty' } as const;
    expect(filing({ statutory: duty, promisedWorkdays: 0 })).toEqual({ statutory: none, promised: none });
    expect(filing({ statutory: { amount: 0, unit: 'workday', kind: null } }).statutory).toEqual(none);
  });
});

const ORIGIN = '2026-01-01';
const someDay = fc.integer({ min: 0, max: 400 }).map((offset) => addDays(ORIGIN, offset));
const someStop: fc.Arbitrary<Stop> = fc
  .tuple(someDay, fc.option(fc.nat(40), { freq: 8 }))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));
const someTerms: fc.Arbitrary<Terms> = fc.record({
  startedOn: someDay,
  startedBy: fc.constantFrom('acceptance' as const, 'event' as const),
  amount: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('workday' as const, 'day' as const),
  stops: fc.array(someStop, { maxLength: 5 }),
  extensionDays: fc.constantFrom(0, 10),
  calendar: fc.constant(calendar),
});

const isStopped = (stops: readonly Stop[], day: PlainDay) =>
  stops.some(({ from, to }) => from <= day && (to === null || day <= to));

/** The rules said once more, a day at a time; null when the calendar's years pass without an end. */
function walked({ startedOn, startedBy, amount, unit, stops, extensionDays = 0 }: Terms): PlainDay | null {
  let day = startedBy === 'acceptance' ? calendar.nextWorkday(startedOn) : startedOn;
  let left = amount + extensionDays;
  while (day < '2028-12-31') {
    day = addDays(day, 1);
    if (isStopped(stops, day)) continue;
    if (unit === 'day' || calendar.isWorkday(day)) left -= 1;
    if (left <= 0 && calendar.isWorkday(day)) return day;
  }
  return null;
}

describe('every limit', () => {
  it('ends where a walk day by day ends', () => {
    fc.assert(
      fc.property(someTerms, (terms) => expect(dueOn(terms).due).toBe(walked(terms))),
      { numRuns: 500 },
    );
  });

  it('does not mind the order of its stops, nor one told twice or in two halves', () => {
    fc.assert(
      fc.property(someTerms, someStop, fc.nat(40), (terms, stop, cut) => {
        const middle = addDays(stop.from, cut);
        const halves =
          stop.to !== null && middle < stop.to
            ? [
                { from: addDays(middle, 1), to: stop.to },
                { from: stop.from, to: middle },
              ]
            : [stop];
        const once = dueOn({ ...terms, stops: [...terms.stops, stop] });
        expect(dueOn({ ...terms, stops: [...halves, ...terms.stops.toReversed(), stop] })).toEqual(once);
      }),
    );
  });

  it('is never due earlier for one more stop', () => {
    fc.assert(
      fc.property(someTerms, someStop, (terms, stop) => {
        const before = dueOn(terms).due;
        const after = dueOn({ ...terms, stops: [...terms.stops, stop] }).due;
        expect(after === null || (before !== null && after >= before)).toBe(true);
      }),
    );
  });

  it('has nothing left on its due day, something before it and less than nothing a working day later', () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        const { due } = dueOn(terms);
        if (due === null) return;
        expect(dueOn({ ...terms, asOf: due }).remaining).toBe(0);
        expect(dueOn({ ...terms, asOf: calendar.addWorkdays(due, 1) }).remaining).toBeLessThan(0);
        expect(dueOn({ ...terms, asOf: addDays(due, -1) }).remaining).toBeGreaterThan(0);
      }),
    );
  });

  it('in months runs as long as the days up to the corresponding day', () => {
    fc.assert(
      fc.property(someTerms, fc.integer({ min: 1, max: 6 }), (terms, months) => {
        const start = terms.startedBy === 'acceptance' ? calendar.nextWorkday(terms.startedOn) : terms.startedOn;
        const inDays = { ...terms, unit: 'day' as const, amount: daysBetween(start, addMonths(start, months)) };
        expect(dueOn({ ...terms, unit: 'month', amount: months })).toEqual(dueOn(inDays));
      }),
    );
  });

  it('throws where the calendar ends and returns no date', () => {
    fc.assert(
      fc.property(someTerms, fc.integer({ min: 1100, max: 5000 }), (terms, amount) => {
        const ask = () => dueOn({ ...terms, stops: [], amount });
        expect(ask).toThrow(CalendarGap);
      }),
    );
  });

  it('refuses a stop that ends before it begins', () => {
    expect(() => dueOf({ stops: [{ from: '2026-11-05', to: '2026-11-04' }] })).toThrow(RangeError);
  });
});
