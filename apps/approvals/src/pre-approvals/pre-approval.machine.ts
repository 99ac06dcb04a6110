import type { Actor } from '#libs/contracts/define.js';

/** States of a pre-approval 预审批. It begins as `applied`, by the unit to the approval department (R52). */
export const PRE_APPROVAL_STATES = [
  'applied',
  'returned', // to the unit, to be completed
  'refused',
  'issued', // 预审批文件: no legal effect of its own (R53)
  'on_hold', // its upstream document is no longer in force (R57)
  'converted', // 换发 into the formal document (R54)
  'void',
  'lapsed',
] as const;
export type PreApprovalState = (typeof PRE_APPROVAL_STATES)[number];

/** What the caller must find true before it applies a transition; the table only names it. */
export type PreApprovalGuard =
  | 'eligible' // eligibility.ts: R51
  | 'upstream_in_force' // R56, R57
  | 'document_complete' // number, date, missing conditions, expiry; the stamp where land is missing: R53
  | 'convertible' // conversion.ts: R54, R55, R57
  | 'content_changed' // R55
  | 'never_extended' // R58
  | 'validity_over' // R58
  | 'land_lost' // another bidder wins or the project drops the bid: R58
  | 'reason_given';

export type ActorKind = Actor['kind'];

interface Transition {
  from: readonly PreApprovalState[];
  to: PreApprovalState;
  by: readonly ActorKind[];
  guards: readonly PreApprovalGuard[];
}

const AUTHORITY = ['department', 'system'] as const;
const LIVE = ['applied', 'returned', 'issued', 'on_hold'] as const;

// One transition a line: this is the table people read.
// prettier-ignore
export const TRANSITIONS = {
  issue: { from: ['applied'], to: 'issued', by: AUTHORITY, guards: ['eligible', 'upstream_in_force', 'document_complete'] },
  return: { from: ['applied'], to: 'returned', by: AUTHORITY, guards: ['reason_given'] },
  resubmit: { from: ['returned'], to: 'applied', by: ['unit'], guards: [] },
  refuse: { from: ['applied'], to: 'refused', by: AUTHORITY, guards: ['reason_given'] },
  convert: { from: ['issued'], to: 'converted', by: AUTHORITY, guards: ['convertible'] },
  re_review: { from: ['issued', 'on_hold'], to: 'applied', by: ['unit', ...AUTHORITY], guards: ['content_changed'] },
  extend: { from: ['issued'], to: 'issued', by: AUTHORITY, guards: ['never_extended'] },
  revoke: { from: ['issued', 'on_hold'], to: 'void', by: AUTHORITY, guards: ['reason_given'] },
  void: { from: LIVE, to: 'void', by: ['unit', ...AUTHORITY, 'platform'], guards: ['land_lost'] },
  hold: { from: ['issued'], to: 'on_hold', by: ['platform'], guards: [] },
  resume: { from: ['on_hold'], to: 'issued', by: ['platform'], guards: ['upstream_in_force'] },
  lapse: { from: ['issued', 'on_hold'], to: 'lapsed', by: ['platform'], guards: ['validity_over'] },
} as const satisfies Record<string, Transition>;
export type TransitionName = keyof typeof TRANSITIONS;
export const TRANSITION_NAMES = Object.keys(TRANSITIONS) as TransitionName[];

export interface Move {
  name: TransitionName;
  by: ActorKind;
}

/** `agent_cannot_issue` is F07: an agent guides the unit's application and never issues the document. */
export type Refusal = 'agent_cannot_issue' | 'wrong_actor' | 'wrong_state';

function refusal(state: PreApprovalState, { name, by }: Move): Refusal | null {
  const rule: Transition = TRANSITIONS[name];
  if (name === 'issue' && by === 'agent') return 'agent_cannot_issue';
  if (!rule.by.includes(by)) return 'wrong_actor';
  return rule.from.includes(state) ? null : 'wrong_state';
}

/** The state after a move, or why it is illegal. The guards of the transition are the caller's to check. */
export function apply(state: PreApprovalState, move: Move): { state: PreApprovalState } | { refused: Refusal } {
  const refused = refusal(state, move);
  return refused ? { refused } : { state: TRANSITIONS[move.name].to };
}

/** The transitions this kind of actor may make now: the `actions` of the API. */
export const allowed = (state: PreApprovalState, by: ActorKind): TransitionName[] =>
  TRANSITION_NAMES.filter((name) => refusal(state, { name, by }) === null);
