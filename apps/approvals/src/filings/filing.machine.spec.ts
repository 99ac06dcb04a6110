import fc from 'fast-check';
import {
  allowed,
  apply,
  DRAFT,
  RESULTS,
  spanChange,
  STATES,
  TRANSITION_NAMES,
  TRANSITIONS,
  type ActorKind,
  type Move,
  type Position,
  type State,
  type TransitionName,
} from './filing.machine.js';

const ACTORS: readonly ActorKind[] = ['agent', 'unit', 'department', 'system', 'administrator', 'platform'];
const at = (state: State, rest: Partial<Position> = {}): Position => ({ ...DRAFT, state, ...rest });
const granted = at('decided', { result: 'granted' });

const moveOf = (name: TransitionName, by: ActorKind, claims: Position['result'] = 'granted'): Move =>
  name === 'record_external_decision' ? { name, by, claims: claims ?? 'granted' } : { name, by };
/** Makes the move by the first kind of actor who may make it anywhere. */
const go = (position: Position, name: TransitionName) => apply(position, moveOf(name, TRANSITIONS[name].by[0]));

/** Every legal step that is not about an outside decision, written down apart from the table. */
const STEPS = [
  'draft submit submitted',
  'submitted cancel cancelled',
  'submitted accept accepted',
  'submitted decline not_accepted',
  'submitted deny not_accepted',
  'submitted request_correction correcting',
  'correcting end_correction corrected',
  'corrected accept accepted',
  'corrected decline not_accepted',
  'corrected request_correction correcting',
  'accepted start_review in_review',
  'accepted withdraw withdrawn',
  'in_review withdraw withdrawn',
  'in_review start_special_procedure special_procedure',
  'special_procedure end_special_procedure in_review',
  'in_review grant decided',
  'in_review grant_with_deferral decided',
  'in_review refuse decided',
  'decided revoke revoked',
];
const UNDECIDED = ['draft', 'submitted', 'correcting', 'corrected', 'accepted', 'in_review', 'special_procedure'];

describe('the transitions of an approval', () => {
  it.each(STATES.flatMap((state) => TRANSITION_NAMES.map((name) => [state, name] as const)))(
    'from %s, %s leads where the exchange standard says or is refused',
    (state, name) => {
      const next = go(state === 'decided' ? granted : at(state), name);
      const step = STEPS.find((line) => line.startsWith(`${state} ${name} `));
      if (name === 'record_external_decision' && UNDECIDED.includes(state)) {
        expect(next).toEqual(at(state, { claim: 'granted' }));
      } else if (step) {
        expect(next).toMatchObject({ state: step.split(' ')[2] });
      } else {
        expect(next).toEqual({ refused: 'wrong_state' });
      }
    },
  );

  it.each(STATES.flatMap((state) => TRANSITION_NAMES.map((name) => [state, name] as const)))(
    'from %s with a decision to be verified, %s is refused unless it confirms or rejects it',
    (state, name) => {
      const next = go(at(state, { claim: 'refused' }), name);
      if (!name.endsWith('external_decision') || name.startsWith('record')) {
        expect(next).toEqual({ refused: 'decision_to_be_verified' });
      } else if (UNDECIDED.includes(state)) {
        expect(next).toMatchObject({ claim: null });
      } else {
        expect(next).toEqual({ refused: 'wrong_state' });
      }
    },
  );

  it('keeps apart what is declined and what belongs to another body', () => {
    expect(go(at('submitted'), 'decline')).toMatchObject({ state: 'not_accepted', ground: 'declined' });
    expect(go(at('submitted'), 'deny')).toMatchObject({ state: 'not_accepted', ground: 'denied' });
    expect(go(at('corrected'), 'deny')).toEqual({ refused: 'wrong_state' });
  });

  it('keeps the result apart from the state', () => {
    expect(go(at('in_review'), 'grant')).toEqual(granted);
    expect(go(at('in_review'), 'grant_with_deferral')).toMatchObject({ result: 'granted_with_deferral' });
    expect(go(at('in_review'), 'refuse')).toMatchObject({ state: 'decided', result: 'refused' });
  });

  it('revokes what was granted and nothing that was refused', () => {
    expect(go(granted, 'revoke')).toMatchObject({ state: 'revoked', result: 'granted' });
    expect(go(at('decided', { result: 'refused' }), 'revoke')).toEqual({ refused: 'wrong_state' });
  });

  it('opens a span with its state and closes it on every way out', () => {
    expect(spanChange('submitted', 'correcting')).toEqual({ opens: 'correction', closes: null });
    expect(spanChange('correcting', 'corrected')).toEqual({ opens: null, closes: 'correction' });
    expect(spanChange('in_review', 'special_procedure')).toEqual({ opens: 'special_procedure', closes: null });
    expect(spanChange('special_procedure', 'decided')).toEqual({ opens: null, closes: 'special_procedure' });
    expect(spanChange('special_procedure', 'special_procedure')).toEqual({ opens: null, closes: null });
  });
});

describe('who may do what', () => {
  const decisions = TRANSITION_NAMES.filter((name) => 'to' in TRANSITIONS[name] && TRANSITIONS[name].to === 'decided');

  it('lets neither an agent nor the unit decide, accept, verify or revoke anything', () => {
    expect(decisions).toEqual(['grant', 'grant_with_deferral', 'refuse', 'confirm_external_decision']);
    for (const name of TRANSITION_NAMES.filter((each) => TRANSITIONS[each].by.some((by) => by === 'department'))) {
      const mine = name === 'end_correction';
      expect(TRANSITIONS[name].by.some((by) => by === 'agent' || by === 'unit')).toBe(mine);
    }
  });

  it('gives administrators and the platform nothing to do', () => {
    for (const state of STATES) {
      expect([...allowed(at(state), 'administrator'), ...allowed(at(state), 'platform')]).toEqual([]);
    }
  });

  it('refuses the actor before it looks at the state', () => {
    expect(apply(granted, { name: 'grant', by: 'agent' })).toEqual({ refused: 'wrong_actor' });
  });

  it('lists the actions of each side', () => {
    expect(allowed(DRAFT, 'unit')).toEqual(['submit']);
    expect(allowed(DRAFT, 'agent')).toEqual(['submit', 'record_external_decision']);
    expect(allowed(at('submitted'), 'department')).toEqual(['accept', 'decline', 'deny', 'request_correction']);
    expect(allowed(at('in_review', { claim: 'granted' }), 'department')).toEqual([
      'confirm_external_decision',
      'reject_external_decision',
    ]);
    expect(allowed(at('in_review', { claim: 'granted' }), 'agent')).toEqual([]);
  });

  it('starts an item only under a signed agreement and, by an agent, a mandate in force (R44, R13, R133)', () => {
    expect(TRANSITIONS.submit.guards).toEqual(['agreement_signed', 'mandate_in_force']);
  });

  it('asks for decided prerequisites at every grant and never at acceptance or refusal (R8)', () => {
    const asking = TRANSITION_NAMES.filter((name) =>
      TRANSITIONS[name].guards.some((guard) => guard === 'prerequisites_decided'),
    );
    expect(asking).toEqual(['grant', 'grant_with_deferral', 'confirm_external_decision']);
  });
});

describe('a decision made outside the platform (R132)', () => {
  const claimed = at('accepted', { claim: 'granted_with_deferral' });

  it('waits for verification and changes nothing until then', () => {
    const move = { name: 'record_external_decision', by: 'agent', claims: 'granted_with_deferral' } as const;
    expect(apply(at('accepted'), move)).toEqual(claimed);
  });

  it('becomes the decision when the department or the interface confirms it', () => {
    for (const by of ['department', 'system'] as const) {
      const confirmed = apply(claimed, { name: 'confirm_external_decision', by });
      expect(confirmed).toEqual(at('decided', { result: 'granted_with_deferral' }));
    }
  });

  it('leaves the approval where it was when it is rejected', () => {
    expect(apply(claimed, { name: 'reject_external_decision', by: 'department' })).toEqual(at('accepted'));
  });

  it('is never confirmed by the agent who recorded it', () => {
    expect(apply(claimed, { name: 'confirm_external_decision', by: 'agent' })).toEqual({ refused: 'wrong_actor' });
  });
});

describe('any sequence of moves', () => {
  const anyMove = fc
    .tuple(fc.constantFrom(...TRANSITION_NAMES), fc.constantFrom(...ACTORS), fc.constantFrom(...RESULTS))
    .map(([name, by, claims]) => moveOf(name, by, claims));
  const ENDS: readonly State[] = ['cancelled', 'not_accepted', 'withdrawn', 'revoked'];

  it('never makes an illegal step, an unjust decision or a lost result', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 200 }), (moves) => {
        let position = DRAFT;
        for (const move of moves) {
          const next = apply(position, move);
          expect('refused' in next).toBe(!allowed(position, move.by).includes(move.name));
          if ('refused' in next) continue;
          expect(ENDS).not.toContain(position.state);
          if (next.state === 'decided') expect(['department', 'system']).toContain(move.by);
          expect(next.result !== null).toBe(next.state === 'decided' || next.state === 'revoked');
          expect(next.ground !== null).toBe(next.state === 'not_accepted');
          if (next.claim !== null) expect(UNDECIDED).toContain(next.state);
          position = next;
        }
      }),
    );
  });
});
