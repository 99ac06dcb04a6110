import fc from 'fast-check';
import { addDays, isWeekend } from '#libs/calendar/plain-day.js';
import { FOLD, ZOOMS, axisOf, spaced } from './axis.js';
import { THINNEST, barsOf } from './bars.js';
import { nextBlocker, standingOf } from './model.js';
import type { Entry } from './model.js';
import { bracketsOf, rowsOf, stagesOf } from './rows.js';
import { after, before } from './walk.js';
import { workdaysFrom } from './workdays.js';

const FIRST = '2026-01-01';
const allDays = Array.from({ length: 1_100 }, (_, n) => addDays(FIRST, n));
const weekdays = allDays.filter((day) => !isWeekend(day));
const days = workdaysFrom(weekdays, '2026-03-07');
const anyDay = fc.integer({ min: 0, max: allDays.length - 1 }).map((n) => addDays(FIRST, n));

describe('working days as numbers', () => {
  it('count from the first working day on or after the start', () => {
    expect(days.numberOf('2026-03-09')).toBe(0);
    expect(days.dayAt(0)).toBe('2026-03-09');
    expect(days.numberOf('2026-03-13')).toBe(4);
    expect(days.numberOf('2026-03-06')).toBe(-1);
  });

  it('put a day off with the working day before it, and never turn back', () => {
    expect(days.numberOf('2026-03-15')).toBe(days.numberOf('2026-03-13'));
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        return days.numberOf(earlier) <= days.numberOf(later);
      }),
    );
  });

  it('end where the calendar ends', () => {
    expect(days.numberOf('1999-01-01')).toBe(days.first);
    expect(days.numberOf('2199-01-01')).toBe(days.last);
    expect(days.dayAt(days.last + 1)).toBeNull();
  });
});

const marksOf = fc.array(fc.integer({ min: -40, max: 600 }), { minLength: 1, maxLength: 60 });
const wanted = fc.record({
  marks: marksOf,
  room: fc.integer({ min: 200, max: 2_000 }),
  zoom: fc.constantFrom(...ZOOMS),
});

describe('the axis', () => {
  it('gives every working day one place, later days never further left, and none outside', () => {
    fc.assert(
      fc.property(wanted, (want) => {
        const axis = axisOf({ ...want, days });
        const [from, to] = [Math.min(...want.marks), Math.max(...want.marks)];
        const xs = Array.from({ length: to - from + 1 }, (_, n) => axis.x(from + n));
        return xs.every((x, n) => x > (xs[n - 1] ?? -1) && x <= axis.width + 1e-6);
      }),
    );
  });

  it('folds a long stretch without events, as the construction period, to one width', () => {
    const axis = axisOf({ days, marks: [0, 10, 300, 320], room: 1_000, zoom: 'fit' });
    expect(axis.stretches.map(({ folded }) => folded)).toEqual([false, true, false]);
    expect(axis.x(297) - axis.x(13)).toBeCloseTo(FOLD);
    expect(axis.width).toBeCloseTo(1_000);
  });

  it('marks first working days of months and weeks outside the folds', () => {
    const { months, weeks } = axisOf({ days, marks: [0, 30], room: 800, zoom: 'week' });
    expect(months).toEqual([
      { x: 0, day: '2026-03-09', opening: true },
      { x: expect.any(Number) as number, day: '2026-04-01' },
    ]);
    expect(weeks.map(({ day }) => day)).toContain('2026-03-16');
  });

  it('keeps words apart', () => {
    const ticks = [0, 10, 25, 80].map((x) => ({ x, day: FIRST }));
    expect(spaced(ticks, 20).map(({ x }) => x)).toEqual([0, 25, 80]);
    const opening = [{ x: 0, day: FIRST, opening: true }, ...ticks.slice(1)];
    expect(spaced(opening, 20).map(({ x }) => x)).toEqual([10, 80]);
  });
});

const entry = (change: Partial<Entry>): Entry => ({
  itemCode: 'C04',
  name: '建筑工程施工许可证核发',
  stage: '施工许可',
  kind: '行政许可',
  entrusted: true,
  mode: '代办',
  responsible: '寿光市行政审批服务局',
  handlingBody: 'SG-SPJ',
  agentName: null,
  prerequisites: [],
  done: false,
  moved: false,
  approval: { start: 0, end: 1, startsOn: '2026-03-09', endsOn: '2026-03-10', slack: 0, critical: true },
  full: { start: 0, end: 5, startsOn: '2026-03-09', endsOn: '2026-03-16', slack: 0, critical: true },
  forecast: {
    actualFrom: null,
    actualOn: null,
    forecastFrom: '2026-03-09',
    forecastOn: '2026-03-16',
    workdaysLate: 0,
  },
  original: null,
  suspensions: [],
  ...change,
});
const forecast = (change: Partial<Entry['forecast']>): Entry['forecast'] => ({ ...entry({}).forecast, ...change });
const axis = axisOf({ days, marks: [0, 30], room: 600, zoom: 'fit' });
const ground = { axis, days, today: '2026-03-11', preApprovals: [], trial: new Map() };

describe('the bars of a row', () => {
  it('are never negative and never thinner than can be seen, whatever the days', () => {
    fc.assert(
      fc.property(fc.tuple(anyDay, anyDay, anyDay, anyDay, anyDay), ([a, b, c, d, e]) => {
        const bars = barsOf(
          entry({
            full: { ...entry({}).full, startsOn: a, endsOn: b },
            original: { startsOn: b, endsOn: a },
            forecast: forecast({ actualFrom: c, forecastOn: d, workdaysLate: 3 }),
            suspensions: [{ kind: 'correction', cause: '', works: null, from: e, to: null }],
          }),
          {
            ...ground,
            preApprovals: [{ itemCode: 'C04', appliedOn: c, issuedOn: d, endedOn: e }],
            trial: new Map([['C04', { endsOn: e, keepsStart: true }]]),
          },
        );
        const { late, ...rest } = bars;
        for (const bar of Object.values(rest).flat()) if (bar) expect(bar.width).toBeGreaterThanOrEqual(THINNEST);
        if (late) expect(late.width).toBeGreaterThan(0);
      }),
    );
  });

  it('show what is expected, and of it what is late', () => {
    const onTime = barsOf(entry({}), ground);
    expect(onTime.forecast).toEqual(onTime.planned);
    expect([onTime.actual, onTime.late, onTime.original]).toEqual([null, null, null]);
    const late = barsOf(entry({ forecast: forecast({ forecastOn: '2026-03-18', workdaysLate: 2 }) }), ground);
    expect(late.late?.width).toBeCloseTo(2 * axis.dayWidth);
  });

  it('show what has begun up to today and the rest from today, and only the truth once it is decided', () => {
    const running = barsOf(entry({ forecast: forecast({ actualFrom: '2026-03-09' }) }), ground);
    expect(running.actual).toEqual({ x: axis.x(0), width: axis.x(2) - axis.x(0) });
    expect(running.forecast?.x).toBe(axis.x(2));
    const done = barsOf(entry({ forecast: forecast({ actualFrom: '2026-03-09', actualOn: '2026-03-12' }) }), ground);
    expect([done.actual?.width, done.forecast]).toEqual([axis.x(3) - axis.x(0), null]);
  });

  it('show the first plan only where it was moved', () => {
    expect(barsOf(entry({ original: { startsOn: '2026-03-09', endsOn: '2026-03-16' } }), ground).original).toBeNull();
    const moved = barsOf(entry({ original: { startsOn: '2026-03-09', endsOn: '2026-03-13' } }), ground);
    expect(moved.original?.width).toBeCloseTo(4 * axis.dayWidth);
  });

  it('on trial keep the start of the item moved by hand, and push the others as they are', () => {
    const on = (keepsStart: boolean) =>
      barsOf(entry({}), { ...ground, trial: new Map([['C04', { endsOn: '2026-03-18', keepsStart }]]) }).trial;
    expect(on(true)).toEqual({ x: axis.x(0), width: axis.x(7) - axis.x(0) });
    expect(on(false)?.x).toBe(axis.x(2));
  });
});

describe('how an item stands', () => {
  const stopped = { kind: 'correction' as const, cause: '', works: null, from: '2026-03-10', to: null };
  it.each([
    ['done', entry({ forecast: forecast({ actualOn: '2026-03-12', workdaysLate: 2 }) })],
    ['paused', entry({ suspensions: [stopped], forecast: forecast({ workdaysLate: 2 }) })],
    ['late', entry({ forecast: forecast({ workdaysLate: 2 }) })],
    ['running', entry({ forecast: forecast({ actualFrom: '2026-03-10' }), suspensions: [{ ...stopped, to: FIRST }] })],
    ['waiting', entry({})],
  ])('is %s', (standing, one) => expect(standingOf(one)).toBe(standing));
});

describe('the next step', () => {
  it('is the one of least slack that waits for somebody, not for another item', () => {
    const entries = [
      entry({ itemCode: 'A01', full: { ...entry({}).full, slack: 9 } }),
      entry({}),
      entry({ itemCode: 'G01' }),
    ];
    const blockers = [
      { itemCode: 'A01', waitingFor: 'unit' },
      { itemCode: 'C04', waitingFor: 'department' },
      { itemCode: 'G01', waitingFor: 'prerequisite' },
    ];
    expect(nextBlocker(blockers, entries)?.itemCode).toBe('C04');
    expect(nextBlocker([], entries)).toBeNull();
  });
});

describe('the rows', () => {
  const at = (itemCode: string, stage: string, start: number) =>
    entry({ itemCode, stage, full: { ...entry({}).full, start } });
  const entries = [
    at('P05', '并行推进', 0),
    at('C04', '施工许可', 9),
    at('A01', '立项用地规划许可', 0),
    at('C01', '施工许可', 3),
  ];

  it('follow the national stages, and within one the plan', () => {
    expect(stagesOf(entries).map(({ stage, entries: all }) => [stage, all.map(({ itemCode }) => itemCode)])).toEqual([
      ['立项用地规划许可', ['A01']],
      ['施工许可', ['C01', 'C04']],
      ['并行推进', ['P05']],
    ]);
  });

  it('hide the items of a collapsed stage', () => {
    const { rows, height } = rowsOf(stagesOf(entries), new Set(['施工许可']));
    expect(rows.filter(({ kind }) => kind === 'item')).toHaveLength(2);
    expect(height).toBe(3 * 34 + 2 * 30);
  });

  it('bracket what was filed together, overlapping brackets beside each other', () => {
    const { rows } = rowsOf(stagesOf(entries), new Set());
    const groups = new Map([
      ['A01', '一'],
      ['C04', '一'],
      ['C01', '二'],
      ['P05', '二'],
    ]);
    expect(bracketsOf(rows, groups).map(({ group, lane, ys }) => [group, lane, ys.length])).toEqual([
      ['一', 0, 2],
      ['二', 1, 2],
    ]);
    expect(bracketsOf(rows, new Map([['A01', '一']]))).toEqual([]);
  });
});

describe('what waits for what', () => {
  const links = [
    { itemCode: 'A', prerequisites: [] },
    { itemCode: 'B', prerequisites: [['A']] },
    { itemCode: 'C', prerequisites: [['B', 'X'], ['A']] },
  ];
  it('is followed in both directions to the end', () => {
    expect(before(links, 'C')).toEqual(new Set(['A', 'B', 'X']));
    expect(after(links, 'A')).toEqual(new Set(['B', 'C']));
    expect(after(links, 'C')).toEqual(new Set());
  });
});
