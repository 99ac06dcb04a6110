import { addDays, daysBetween, isWeekend, type PlainDay } from '#libs/calendar/plain-day.js';
import { readReference } from '#libs/reference/reference.js';
import { dated, type Workdays } from './dated.js';
import type { OwnSet } from './graph.js';

const { items } = readReference('data');
const setOf = (...codes: string[]): OwnSet => ({ items: items.filter((item) => codes.includes(item.code)) });

/** Monday to Friday, no holidays. */
const weekdays: Workdays = {
  addWorkdays: (from, workdays) => {
    let day = from;
    for (let left = workdays; left > 0;) {
      day = addDays(day, 1);
      if (!isWeekend(day)) left -= 1;
    }
    return day;
  },
  workdaysBetween: (from, to) =>
    Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter(
      (day) => !isWeekend(day),
    ).length,
  nextWorkday: (day) => (isWeekend(day) ? weekdays.nextWorkday(addDays(day, 1)) : day),
};

describe('a dated roadmap', () => {
  const set = setOf('A01', 'X0', 'B02', 'C04', 'G01', 'G02', 'Z17', 'D01', 'G03');
  const datesOn = (startOn: PlainDay) => {
    const { nodes, ...rest } = dated(set, 'full', { startOn, constructionMonths: 14, presaleWorkdays: 0 }, weekdays);
    const dates = new Map(nodes.map((node) => [node.item.code, [node.startsOn, node.endsOn, node.latestEndsOn]]));
    return { ...rest, dates };
  };

  it('counts the days of an item from the day after it starts', () => {
    const { dates } = datesOn('2026-11-23');
    expect(dates.get('B02')).toEqual(['2026-11-23', '2026-11-26', '2026-11-26']);
    expect(dates.get('C04')).toEqual(['2026-11-26', '2026-11-27', '2026-11-27']);
  });

  it('begins on the first working day', () => {
    expect(datesOn('2026-11-21').dates.get('A01')?.[0]).toBe('2026-11-23');
  });

  it('puts the construction months between 开工 and 完工', () => {
    const { dates, endsOn, longest } = datesOn('2026-11-23');
    expect(dates.get('G01')).toEqual(['2026-11-27', '2026-11-27', '2026-11-27']);
    expect(dates.get('G02')?.slice(0, 2)).toEqual(['2026-11-27', '2028-01-27']);
    expect(dates.get('D01')?.slice(0, 2)).toEqual(['2028-02-07', '2028-02-14']);
    expect(endsOn).toBe('2028-02-14');
    expect(longest).toEqual(['B02', 'C04', 'G01', 'G02', 'Z17', 'D01']);
  });

  it('ends on the last working day before when the months end on a day of rest', () => {
    expect(datesOn('2026-11-24').dates.get('G02')?.[1]).toBe('2028-01-28');
  });
});
