import { ageOf, dueWords } from './due.js';

const today = '2026-11-23';

describe('how pressing a day is', () => {
  it.each([
    ['2026-11-21', 'red', '逾期 2 天'],
    ['2026-11-23', 'red', '今天到期'],
    ['2026-11-24', 'gold', '还有 1 天'],
    ['2026-11-30', 'gold', '还有 7 天'],
    ['2026-12-01', 'blue', '还有 8 天'],
  ])('%s is %s: %s', (dueOn, age, words) => {
    expect(ageOf(dueOn, today)).toBe(age);
    expect(dueWords(dueOn, today)).toBe(words);
  });
});
