import fc from 'fast-check';
import { allowed, apply, DRAFT, TRANSITION_NAMES, type Position, type State } from './filing.machine.js';
import { codeOf, codesOf, isCompleted, NATIONAL_CODES, transitionOf, type NationalCode } from './national-codes.js';

const at = (state: State, rest: Partial<Position> = {}): Position => ({ ...DRAFT, state, ...rest });

/** The arrows of standards §5 between the fifteen codes; 0 is a filing the national system has not seen. */
const ARROWS: Record<number, readonly NationalCode[]> = {
  0: [1],
  1: [2, 3, 4, 5, 6],
  3: [8, 14],
  6: [7],
  7: [3, 6, 4],
  8: [9, 11, 12, 13, 14],
  9: [10],
  10: [8],
  11: [15],
  12: [15],
};

describe('the national codes of an approval', () => {
  it('are reported by exactly one transition each, the 8 after a 10 apart', () => {
    const reported = TRANSITION_NAMES.flatMap((name) => codesOf(name));
    expect(reported.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15]);
  });

  it.each(NATIONAL_CODES)('read %i as the transition that reports it', (code) => {
    const name = transitionOf(code, DRAFT);
    expect(name && codesOf(name)[0]).toBe(code);
  });

  it('follow only the arrows of the exchange standard, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 100 }), (choices) => {
        let [position, last] = [DRAFT, 0];
        for (const choice of choices) {
          const open = allowed(position, 'system');
          const name = open[choice % open.length];
          if (name === undefined || name === 'record_external_decision') break;
          const next = apply(position, { name, by: 'system' });
          if ('refused' in next) throw new Error(next.refused);
          for (const code of codesOf(name)) {
            expect(ARROWS[last]).toContain(code);
            last = code;
          }
          expect(codeOf(next)).toBe(last);
          position = next;
        }
      }),
    );
  });

  it('tell where an approval stands', () => {
    expect(codeOf(DRAFT)).toBeNull();
    expect(codeOf(at('not_accepted', { ground: 'declined' }))).toBe(4);
    expect(codeOf(at('not_accepted', { ground: 'denied' }))).toBe(5);
    expect(codeOf(at('decided', { result: 'granted_with_deferral' }))).toBe(12);
    expect(codeOf(at('revoked', { result: 'granted' }))).toBe(15);
  });

  it('are no news when the approval already stands there', () => {
    expect(transitionOf(8, at('in_review'))).toBeNull();
    expect(transitionOf(11, at('decided', { result: 'granted' }))).toBeNull();
  });

  it('confirm a recorded decision when they agree with it, and reject it when they do not (R132)', () => {
    const claimed = at('accepted', { claim: 'granted' });
    expect(transitionOf(11, claimed)).toBe('confirm_external_decision');
    expect(transitionOf(13, claimed)).toBe('reject_external_decision');
    expect(transitionOf(8, claimed)).toBe('start_review');
  });

  it('are not reported a second time for a decision made elsewhere', () => {
    expect(codesOf('confirm_external_decision')).toEqual([]);
  });

  it('count 11, 12 and 13 as completed, and neither 撤件 nor 撤回 (R111)', () => {
    expect(NATIONAL_CODES.filter(isCompleted)).toEqual([11, 12, 13]);
  });
});
