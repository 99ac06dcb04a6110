import { moved, orderedOf, shownOf } from './listing-columns.js';

const columns = [
  { key: 'project', title: '项目' },
  { key: 'unit', title: '单位' },
  { key: 'grade', title: '级别', spare: true },
];
const keysOf = (some: { key: string }[]) => some.map(({ key }) => key);

describe('the columns of a list', () => {
  it('are as the list has them until somebody chooses', () => {
    expect(keysOf(shownOf(columns, null))).toEqual(['project', 'unit']);
  });

  it('stand in the chosen order, and a column that is gone is left out', () => {
    expect(keysOf(shownOf(columns, ['grade', 'gone', 'project']))).toEqual(['grade', 'project']);
    expect(keysOf(orderedOf(columns, ['grade', 'project']))).toEqual(['grade', 'project', 'unit']);
  });

  it('move one place and never beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  });
});
