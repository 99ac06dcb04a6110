import fc from 'fast-check';
import {
  allowed,
  apply,
  PRE_APPROVAL_STATES,
  TRANSITION_NAMES,
  TRANSITIONS,
  type ActorKind,
} from './pre-approval.machine.js';

const ACTORS: readonly ActorKind[] = ['agent', 'unit', 'department', 'system', 'administrator', 'platform'];

/** Every legal step, written down apart from the table. */
const STEPS = [
  'applied issue issued',
  'applied return returned',
  'returned resubmit applied',
  'applied refuse refused',
  'issued convert converted',
  'issued re_review applied',
  'on_hold re_review applied',
  'issued extend issued',
  'issued revoke void',
  'on_hold revoke void',
  'applied void void',
  'returned void void',
  'issued void void',
  'on_hold void void',
  'issued hold on_hold',
  'on_hold resume issued',
  'issued lapse lapsed',
  'on_hold lapse lapsed',
];

describe('the transitions of a pre-approval', () => {
  it.each(PRE_APPROVAL_STATES.flatMap((state) => TRANSITION_NAMES.map((name) => [state, name] as const)))(
    'from %s, %s leads where the rules say or is refused',
    (state, name) => {
      const step = STEPS.find((line) => line.startsWith(`${state} ${name} `));
      const next = apply(state, { name, by: TRANSITIONS[name].by[0] });
      expect(next).toEqual(step ? { state: step.split(' ')[2] } : { refused: 'wrong_state' });
    },
  );

  it('leave refused, converted, void and lapsed ones as they are', () => {
    for (const state of ['refused', 'converted', 'void', 'lapsed'] as const) {
      expect(ACTORS.flatMap((by) => allowed(state, by))).toEqual([]);
    }
  });
});

describe('who may do what with a pre-approval', () => {
  it('lets only the approval department issue a document; an agent is told so (R52, F07)', () => {
    expect(apply('applied', { name: 'issue', by: 'agent' })).toEqual({ refused: 'agent_cannot_issue' });
    expect(apply('applied', { name: 'issue', by: 'unit' })).toEqual({ refused: 'wrong_actor' });
    expect(apply('applied', { name: 'issue', by: 'department' })).toEqual({ state: 'issued' });
  });

  it('leaves the agent nothing but guidance', () => {
    expect(PRE_APPROVAL_STATES.flatMap((state) => allowed(state, 'agent'))).toEqual([]);
  });

  it('lists the actions of unit and department', () => {
    expect(allowed('returned', 'unit')).toEqual(['resubmit', 'void']);
    expect(allowed('applied', 'department')).toEqual(['issue', 'return', 'refuse', 'void']);
    expect(allowed('issued', 'department')).toEqual(['convert', 're_review', 'extend', 'revoke', 'void']);
    expect(allowed('on_hold', 'department')).not.toContain('convert');
  });
});

describe('any sequence of moves', () => {
  const anyMove = fc.record({ name: fc.constantFrom(...TRANSITION_NAMES), by: fc.constantFrom(...ACTORS) });

  it('reaches a formal document only from one that the authority issued and that is in force', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 100 }), (moves) => {
        let state: (typeof PRE_APPROVAL_STATES)[number] = 'applied';
        for (const move of moves) {
          const next = apply(state, move);
          expect('refused' in next).toBe(!allowed(state, move.by).includes(move.name));
          if ('refused' in next) continue;
          if (next.state === 'converted') expect([state, move.name]).toEqual(['issued', 'convert']);
          if (move.name === 'issue') expect(['department', 'system']).toContain(move.by);
          state = next.state;
        }
      }),
    );
  });
});
