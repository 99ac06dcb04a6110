import { linesOf } from './lines.js';

describe('lines', () => {
  it('are what was written one a line, trimmed, without empty ones', () => {
    expect(linesOf(' 备案指导\n\n  施工许可协办 \n')).toEqual(['备案指导', '施工许可协办']);
    expect(linesOf('  \n')).toEqual([]);
  });
});
