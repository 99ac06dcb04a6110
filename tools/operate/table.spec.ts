import { table } from './table.js';

describe('a table on a terminal', () => {
  it('stands in columns, whether its words are Chinese or not, and shows first lines only', () => {
    expect(
      table(
        ['号', 'name'],
        [
          ['12', '办件\n第二行'],
          ['3', 'x'],
        ],
      ),
    ).toBe('号  name\n12  办件\n3   x');
  });
});
