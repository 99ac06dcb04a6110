import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import { z } from 'zod';
import { addDays, addMonths, isWeekend, type PlainDay } from './plain-day.js';
import { WorkCalendar, type CalendarRow } from './work-calendar.js';

/** Day → English name, Chinese name and a count, comma-separated. */
type Notices = Record<'holidays' | 'workdays', Record<PlainDay, string>>;

// The table and not isWorkday(): that one formats in the machine's time zone and is a day off west of Greenwich.
const notices: Notices = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');

const FIRST_DAY = '2021-01-01';
const ASSUMED_MONTHS = 24;
const ASSUMED_NOTE = '假定:国务院尚未公布';

/** Days before `end`, from `from` on. */
function daysUntil(from: PlainDay, end: PlainDay): PlainDay[] {
  const days: PlainDay[] = [];
  for (let day = from; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The day after the last year whose notice chinese-days holds: every notice lists its National Day. */
function firstUnpublished(): PlainDay {
  const years = Object.keys(notices.holidays)
    .filter((day) => day.endsWith('-10-01'))
    .map((day) => Number(day.slice(0, 4)));
  return `${Math.max(...years) + 1}-01-01`;
}

function publishedRow(day: PlainDay): CalendarRow {
  const [holiday, makeUp] = [notices.holidays[day], notices.workdays[day]];
  const name = (holiday ?? makeUp)?.split(',')[1];
  const workday = makeUp !== undefined || (holiday === undefined && !isWeekend(day));
  return {
    day,
    workday,
    source: 'published',
    note: name === undefined ? '' : `${name}${workday ? '调休上班' : '放假'}`,
  };
}

/**
 * The State Council's notices as chinese-days holds them, 2021 to the last announced year. The next year's notice may
 * still turn the last days of December (2018-12-29 became a workday); an override says so.
 */
export const publishedRows = (): CalendarRow[] => daysUntil(FIRST_DAY, firstUnpublished()).map(publishedRow);

// 全国年节及纪念日放假办法 (国务院令795号, from 2025): 元旦 1 day, 劳动节 2, 国庆节 3; by the moon 春节 4, 端午 1, 中秋 1.
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const LUNAR_HOLIDAYS = new Set(['1-1', '1-2', '1-3', '5-5', '8-15']);

function lunarDate(day: PlainDay): string {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  return `${isLeap ? '闰' : ''}${lunarMon}-${lunarDay}`;
}

/** 寿星公式 for the 21st century, as in chinese-days, whose own function depends on the time zone. */
function qingming(year: number): PlainDay {
  const inCentury = year % 100;
  const date = Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
  return `${year}-04-0${date}`;
}

const isStatutoryHoliday = (day: PlainDay): boolean =>
  FIXED_HOLIDAYS.has(day.slice(5)) ||
  LUNAR_HOLIDAYS.has(lunarDate(day)) ||
  // 除夕 is known by its morrow: the twelfth month has 29 days or 30.
  lunarDate(addDays(day, 1)) === '1-1' ||
  day === qingming(Number(day.slice(0, 4)));

/** So many months ahead of their notice: weekends and the statutory days rest, nothing is moved or made up. */
export const assumedRows = (from: PlainDay, months: number): CalendarRow[] =>
  daysUntil(from, addMonths(from, months)).map((day) => ({
    day,
    workday: !isWeekend(day) && !isStatutoryHoliday(day),
    source: 'assumed',
    note: ASSUMED_NOTE,
  }));

/** One row of data/calendar_overrides.csv; `basis` is the document it rests on. */
export const OverrideRow = z.object({
  day: z.iso.date(),
  workday: z.enum(['Y', 'N']),
  basis: z.string().min(1),
  note: z.string(),
});

/** Administrators' rows as text cells. Throws ZodError naming every faulty row and column. */
export const parseOverrides = (csvRows: readonly unknown[]): CalendarRow[] =>
  z
    .array(OverrideRow)
    .parse(csvRows)
    .map(({ day, workday, basis, note }) => ({
      day,
      workday: workday === 'Y',
      source: 'override',
      note: note === '' ? basis : `${basis};${note}`,
    }));

/**
 * A year announced after chinese-days was released: the administrator's rows, and between them weekends off and weekdays
 * on. Only with the whole notice entered may a year be called announced; its dates are then no longer assumed.
 */
export function announcedYear(year: number, overrides: readonly CalendarRow[]): CalendarRow[] {
  const ordinary = daysUntil(`${year}-01-01`, `${year + 1}-01-01`).map((day): CalendarRow => ({
    day,
    workday: !isWeekend(day),
    source: 'override',
    note: '',
  }));
  return [...ordinary, ...overrides.filter(({ day }) => day.startsWith(`${year}-`))];
}

/** The platform's calendar: the published years, 24 assumed months after them, and over both the administrators' rows. */
export function nationalCalendar(overrides: readonly CalendarRow[] = []): WorkCalendar {
  return new WorkCalendar([...publishedRows(), ...assumedRows(firstUnpublished(), ASSUMED_MONTHS), ...overrides]);
}
