import { withinBytes } from './relay.js';

const rows = (...values: string[]) => values.map((value) => ({ value }));

describe('what the relay carries at a time', () => {
  it('is all there is when that is little', () => {
    expect(withinBytes(rows('a', 'b'), 10)).toEqual(rows('a', 'b'));
    expect(withinBytes(rows(), 10)).toEqual([]);
  });

  it('ends before the row that is too much, counted in bytes', () => {
    expect(withinBytes(rows('12345', '帮办', '6'), 10)).toEqual(rows('12345'));
    expect(withinBytes(rows('1234', '帮办', '6'), 10)).toEqual(rows('1234', '帮办'));
  });

  it('is one row at least, however large', () => {
    expect(withinBytes(rows('12345678901', '2'), 10)).toEqual(rows('12345678901'));
  });
});
