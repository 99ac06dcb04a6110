import { ZodError } from 'zod';
import { isWeekend } from './plain-day.js';
import { announcedYear, assumedRows, nationalCalendar, parseOverrides, publishedRows } from './published.js';
import { CalendarGap, type CalendarRow } from './work-calendar.js';

const calendar = nationalCalendar();

const weekdaysOff = (rows: readonly CalendarRow[]) =>
  rows.filter(({ day, workday }) => !workday && !isWeekend(day)).map(({ day }) => day);

describe('the published calendar', () => {
  it('runs from 2021 to the last year chinese-days knows, which is 2026', () => {
    const rows = publishedRows();
    expect([rows[0]?.day, rows.at(-1)?.day]).toEqual(['2021-01-01', '2026-12-31']);
    expect(rows).toHaveLength(2191);
  });

  it.each([
    ['2021', 250],
    ['2022', 249],
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('has the working days of %s', (year, workdays) => {
    expect(publishedRows().filter(({ day, workday }) => workday && day.startsWith(year))).toHaveLength(workdays);
  });

  it('counts a weekend listed as work and not a weekday listed as off, and says why', () => {
    const notes = new Map(publishedRows().map(({ day, note }) => [day, note]));
    expect([calendar.isWorkday('2026-10-10'), notes.get('2026-10-10')]).toEqual([true, '国庆节调休上班']);
    expect([calendar.isWorkday('2026-10-07'), notes.get('2026-10-07')]).toEqual([false, '国庆节放假']);
    expect([calendar.isWorkday('2026-11-23'), notes.get('2026-11-23')]).toEqual([true, '']);
  });

  it.each([
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-05-09', 1, '2026-05-11'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-11-23', 20, '2026-12-21'],
  ])('accepted %s + %i working days = %s', (from, amount, due) => {
    expect(calendar.addWorkdays(from, amount)).toBe(due);
    expect(calendar.workdaysBetween(from, due)).toBe(amount);
    expect(calendar.certainty(due)).toBe('published');
  });
});

describe('the assumed calendar', () => {
  it('covers the 24 months after the published years and says on each day that it is assumed', () => {
    const rows = assumedRows('2027-01-01', 24);
    expect([rows[0]?.day, rows.at(-1)?.day]).toEqual(['2027-01-01', '2028-12-31']);
    expect(new Set(rows.map(({ source, note }) => `${source} ${note}`))).toEqual(
      new Set(['assumed 假定:国务院尚未公布']),
    );
  });

  it('rests on weekends and the days of the State Council’s rule, and makes none up', () => {
    const rows = assumedRows('2027-01-01', 24);
    expect(rows.filter(({ day, workday }) => workday && isWeekend(day))).toEqual([]);
    expect(weekdaysOff(rows)).toEqual([
      ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'],
      ...['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-04-04', '2028-05-01', '2028-05-02'],
      ...['2028-10-02', '2028-10-03'],
    ]);
  });

  it('would have been right of every published year, but for the 除夕 of 2024, before the rule of 2025', () => {
    const assumedOff = weekdaysOff(assumedRows('2021-01-01', 72));
    expect(assumedOff.filter((day) => calendar.isWorkday(day))).toEqual(['2024-02-09']);
  });

  it('does not call 2027-10-01 a working day, and says of dates there that they are assumed', () => {
    expect(calendar.isWorkday('2027-10-01')).toBe(false);
    const due = calendar.addWorkdays('2026-12-28', 5);
    expect([due, calendar.certainty(due)]).toEqual(['2027-01-05', 'assumed']);
  });

  it('ends: past it there is no date', () => {
    expect(() => calendar.addWorkdays('2028-12-29', 1)).toThrow(CalendarGap);
    expect(() => calendar.isWorkday('2020-12-31')).toThrow(CalendarGap);
  });
});

describe('administrators’ overrides', () => {
  const cells = (day: string, workday: string, basis = '国办发明电〔2026〕7号', note = '') => ({
    day,
    workday,
    basis,
    note,
  });

  it('turn a day, with the document they rest on', () => {
    const overrides = parseOverrides([cells('2026-12-27', 'Y', undefined, '元旦调休'), cells('2026-12-28', 'N')]);
    expect(overrides.map(({ source, note }) => [source, note])).toEqual([
      ['override', '国办发明电〔2026〕7号;元旦调休'],
      ['override', '国办发明电〔2026〕7号'],
    ]);
    const overridden = nationalCalendar(overrides);
    expect(overridden.isWorkday('2026-12-27')).toBe(true);
    expect(overridden.addWorkdays('2026-12-27', 1)).toBe('2026-12-29');
  });

  it.each([
    ['a day that is none', cells('2026-02-30', 'Y')],
    ['neither Y nor N', cells('2026-02-27', 'y')],
    ['no basis', cells('2026-02-27', 'N', '')],
  ])('are refused with %s', (_, faulty) => {
    expect(() => parseOverrides([faulty])).toThrow(ZodError);
  });

  it('leave the year assumed until its whole notice is entered', () => {
    const notice = parseOverrides([cells('2027-01-01', 'N'), cells('2027-01-02', 'N'), cells('2027-01-03', 'Y')]);
    expect(nationalCalendar(notice).certainty('2027-01-04')).toBe('assumed');
    const announced = nationalCalendar(announcedYear(2027, notice));
    expect(announced.addWorkdays('2026-12-31', 1)).toBe('2027-01-03');
    expect(announced.certainty('2027-12-31')).toBe('published');
    expect(announced.certainty('2028-01-01')).toBe('assumed');
  });
});
