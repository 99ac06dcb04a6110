import fc from 'fast-check';
import { changesOf, differences } from './differences.js';

interface Box {
  name: string;
  area: number;
  regions: string[];
}
const seen: Box = { name: '盒', area: 1, regions: ['370783'] };
const boxes = fc.record({ name: fc.string(), area: fc.integer(), regions: fc.array(fc.string()) });

describe('a conflicting edit', () => {
  it('asks only where both have changed a field to something else', () => {
    const mine = { name: '我的', area: 2, regions: ['370783'] };
    expect(differences(seen, mine, { name: '他的', area: 1, regions: ['370702'] })).toEqual([
      { field: 'name', mine: '我的', theirs: '他的' },
    ]);
  });

  it('asks nothing when both say the same', () => {
    expect(differences(seen, { area: 5 }, { ...seen, area: 5 })).toEqual([]);
  });

  it('sends only what the writer changed', () => {
    expect(changesOf(seen, { name: '新', area: 1, regions: ['370783'] })).toEqual({ name: '新' });
  });

  it('loses nothing: every change of the writer is either sent or asked about', () => {
    fc.assert(
      fc.property(boxes, boxes, boxes, (before, mine, theirs) => {
        const asked = differences(before, mine, theirs).map(({ field }) => field);
        const sent = Object.keys(changesOf(before, mine));
        expect(sent).toEqual(expect.arrayContaining(asked));
      }),
    );
  });
});
