import { levelsOf, settled } from './levels.js';

const CHAIN = [
  { from: 'A10', to: 'B02' },
  { from: 'B02', to: 'C04' },
  { from: 'B03', to: 'C04' },
];

describe('the chain as columns', () => {
  it('puts every item after what leads to it', () => {
    expect(levelsOf(CHAIN)).toEqual([['A10', 'B03'], ['B02'], ['C04']]);
  });

  it('puts what waits for nothing just before what needs it', () => {
    expect(settled(CHAIN)).toEqual([['A10'], ['B03', 'B02'], ['C04']]);
  });

  it('refuses a circle', () => {
    expect(() => levelsOf([...CHAIN, { from: 'C04', to: 'A10' }])).toThrow('circle');
  });
});
