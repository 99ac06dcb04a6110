import { lanesOf } from './lanes.js';

const line = (itemCode: string, start: number, end: number) => ({
  itemCode,
  name: itemCode,
  act: 'formal' as const,
  start,
  end,
  offset: 0,
});

describe('lanes', () => {
  it('take what does not touch, words and all', () => {
    const lines = [line('B', 6, 8), line('A', 0, 5), line('C', 2, 3), line('D', 9, 9)];
    const lanes = (words: number) => lanesOf(lines, () => words).map(({ itemCode, lane }) => `${itemCode}${lane}`);
    expect(lanes(0)).toEqual(['A0', 'C1', 'B0', 'D0']);
    expect(lanes(4)).toEqual(['A0', 'C1', 'B0', 'D1']);
  });
});
