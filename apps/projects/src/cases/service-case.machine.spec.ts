import fc from 'fast-check';
import { CASE_STATES } from '#libs/contracts/projects.js';
import { TRANSITIONS, next } from './service-case.machine.js';
import type { CaseEvent, CaseState } from './service-case.machine.js';

const EVENTS = Object.keys(TRANSITIONS) as CaseEvent[];

function after(state: CaseState, event: CaseEvent): CaseState {
  try {
    return next(state, event);
  } catch {
    return state;
  }
}

describe('the states of a case', () => {
  it('goes from the application to the end', () => {
    const way: CaseEvent[] = ['confirm', 'activate', 'requestClosure', 'reopen', 'requestClosure', 'close'];
    expect(way.reduce(next, 'draft')).toBe('closed');
  });

  it('never leaves closed and terminated', () => {
    for (const event of EVENTS) {
      expect(() => next('closed', event)).toThrow('case_state');
      expect(() => next('terminated', event)).toThrow('case_state');
    }
  });

  it('is never active without both signatures, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS.filter((event) => event !== 'activate'))), (events) => {
        const state = events.reduce<CaseState>(after, 'draft');
        return state !== 'active' && state !== 'closing' && state !== 'closed';
      }),
    );
  });

  it('knows every state', () => {
    const reached = new Set(Object.values(TRANSITIONS).flatMap(({ from, to }) => [...from, to]));
    expect([...reached].sort()).toEqual([...CASE_STATES].sort());
  });
});
