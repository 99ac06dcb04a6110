import fc from 'fast-check';
import { typedDay } from './typed-day.js';

const TODAY = '2026-11-23';

describe('a typed day', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['20261201', '2026-12-01'],
    ['2026.12.1', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['12-1', '2026-12-01'],
    ['9', '2026-11-09'],
    [' 2026/2/28 ', '2026-02-28'],
  ])('%s is %s', (text, day) => expect(typedDay(text, TODAY)).toBe(day));

  it.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '26-12-01', '1-2-3-4', '0'])('%s is none', (text) =>
    expect(typedDay(text, TODAY)).toBeNull(),
  );

  it('reads back every day it has written', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(typedDay(day, TODAY)).toBe(day);
        expect(typedDay(day.replaceAll('-', ''), TODAY)).toBe(day);
      }),
    );
  });
});
