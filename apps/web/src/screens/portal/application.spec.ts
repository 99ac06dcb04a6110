import fc from 'fast-check';
import { EMPTY, applicationOf, furthest } from './application.js';

const WHOLE = { ...EMPTY, projectId: 'p', institutionId: 'i' };

describe('the unfinished application', () => {
  it('opens a step only when the ones before it are answered', () => {
    expect(furthest(EMPTY)).toBe(0);
    expect(furthest({ ...EMPTY, projectId: 'p' })).toBe(1);
    expect(furthest({ ...WHOLE, scope: 'some' })).toBe(2);
    expect(furthest({ ...WHOLE, scope: 'some', items: ['B02'] })).toBe(3);
    expect(furthest(WHOLE)).toBe(3);
  });

  it('comes back from its draft as it was left', () => {
    const left = { ...WHOLE, step: 2, scope: 'some' as const, items: ['A10', 'B02'], projectName: '示例项目' };
    expect(applicationOf({ ...left })).toEqual(left);
  });

  it('is never further than its answers, whatever a draft holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(EMPTY)), fc.jsonValue()), (value) => {
        const read = applicationOf(value);
        expect(read.step).toBeLessThanOrEqual(furthest(read));
        expect(read.items.every((item) => typeof item === 'string')).toBe(true);
      }),
    );
  });
});
