import type { Actor } from '#libs/contracts/define.js';

/** States of an approval 办件 in words; the national numbers are mapped in national-codes.ts. */
export const STATES = [
  'draft',
  'submitted', // 已接件
  'cancelled', // 撤件: by the unit, before acceptance
  'not_accepted', // 不受理, 不予受理
  'correcting', // 补正
  'corrected',
  'accepted', // 已受理
  'in_review', // 部门开始办理
  'special_procedure', // 特别程序
  'withdrawn', // 撤回: by the unit, between acceptance and decision
  'decided', // 办结
  'revoked', // 撤销: a granted decision taken back by the authority
] as const;
export type State = (typeof STATES)[number];

/** What a decision says, apart from the state: 通过, 容缺通过, 不通过. */
export const RESULTS = ['granted', 'granted_with_deferral', 'refused'] as const;
export type Result = (typeof RESULTS)[number];

/** Why an application was not accepted (行政许可法32): declined 不受理, denied 不予受理 (another body's competence). */
export type Ground = 'declined' | 'denied';

/** What the caller must find true before it applies a transition; the table only names it. */
export type Guard =
  | 'agreement_signed' // of entrusted items: R44, F05
  | 'mandate_in_force' // of agents: R13, R133
  | 'evidence_attached' // number, date and scan of the outside decision: R132
  | 'missing_materials_listed' // all of them, once: 行政许可法32(4)
  | 'materials_acceptable' // nothing missing but what may be deferred, and that against a promise: R72
  | 'cause_listed_and_notified' // R75, 行政许可法45
  | 'prerequisites_decided' // of grants, never of acceptance or refusal: R8, F08
  | 'materials_complete'
  | 'deferral_in_time' // R72: late material, no decision
  | 'reason_given'; // 行政许可法38

/** A stretch of days that stops a clock; open exactly while its state is held. */
export type Span = 'correction' | 'special_procedure';
const SPANS: Partial<Record<State, Span>> = { correcting: 'correction', special_procedure: 'special_procedure' };

export type ActorKind = Actor['kind'];

interface Transition {
  from: readonly State[];
  to?: State;
  by: readonly ActorKind[];
  guards: readonly Guard[];
  result?: Result;
  ground?: Ground;
  /** Only of a decision with one of these results. */
  of?: readonly Result[];
  claim?: 'records' | 'settles';
}

const UNDECIDED = [
  'draft',
  'submitted',
  'correcting',
  'corrected',
  'accepted',
  'in_review',
  'special_procedure',
] as const;
const APPLICANT = ['unit', 'agent', 'system'] as const;
/** The handling or legal body itself, or the 工改系统 in which it acts. */
const AUTHORITY = ['department', 'system'] as const;

// One transition a line: this is the table people read.
// prettier-ignore
export const TRANSITIONS = {
  submit: { from: ['draft'], to: 'submitted', by: APPLICANT, guards: ['agreement_signed', 'mandate_in_force'] },
  cancel: { from: ['submitted'], to: 'cancelled', by: APPLICANT, guards: [] },
  accept: { from: ['submitted', 'corrected'], to: 'accepted', by: AUTHORITY, guards: ['materials_acceptable'] },
  decline: { from: ['submitted', 'corrected'], to: 'not_accepted', ground: 'declined', by: AUTHORITY, guards: ['reason_given'] },
  deny: { from: ['submitted'], to: 'not_accepted', ground: 'denied', by: AUTHORITY, guards: ['reason_given'] },
  request_correction: { from: ['submitted', 'corrected'], to: 'correcting', by: AUTHORITY, guards: ['missing_materials_listed'] },
  end_correction: { from: ['correcting'], to: 'corrected', by: [...APPLICANT, 'department'], guards: [] },
  start_review: { from: ['accepted'], to: 'in_review', by: AUTHORITY, guards: [] },
  start_special_procedure: { from: ['in_review'], to: 'special_procedure', by: AUTHORITY, guards: ['cause_listed_and_notified'] },
  end_special_procedure: { from: ['special_procedure'], to: 'in_review', by: AUTHORITY, guards: [] },
  grant: { from: ['in_review'], to: 'decided', result: 'granted', by: AUTHORITY, guards: ['prerequisites_decided', 'materials_complete'] },
  grant_with_deferral: { from: ['in_review'], to: 'decided', result: 'granted_with_deferral', by: AUTHORITY, guards: ['prerequisites_decided', 'deferral_in_time'] },
  refuse: { from: ['in_review'], to: 'decided', result: 'refused', by: AUTHORITY, guards: ['reason_given'] },
  withdraw: { from: ['accepted', 'in_review'], to: 'withdrawn', by: APPLICANT, guards: [] },
  revoke: { from: ['decided'], of: ['granted', 'granted_with_deferral'], to: 'revoked', by: AUTHORITY, guards: ['reason_given'] },
  record_external_decision: { from: UNDECIDED, claim: 'records', by: ['agent'], guards: ['evidence_attached'] },
  confirm_external_decision: { from: UNDECIDED, claim: 'settles', to: 'decided', by: AUTHORITY, guards: ['prerequisites_decided'] },
  reject_external_decision: { from: UNDECIDED, claim: 'settles', by: AUTHORITY, guards: ['reason_given'] },
} as const satisfies Record<string, Transition>;
export type TransitionName = keyof typeof TRANSITIONS;
export const TRANSITION_NAMES = Object.keys(TRANSITIONS) as TransitionName[];

/** Where an approval stands; `claim` is the result of a decision made elsewhere that is still 待核验 (R132). */
export interface Position {
  state: State;
  result: Result | null;
  ground: Ground | null;
  claim: Result | null;
}
export const DRAFT: Position = { state: 'draft', result: null, ground: null, claim: null };

export type Move =
  | { name: Exclude<TransitionName, 'record_external_decision'>; by: ActorKind }
  | { name: 'record_external_decision'; by: ActorKind; claims: Result };

export type Refusal = 'wrong_actor' | 'wrong_state' | 'decision_to_be_verified';

function refusal(position: Position, name: TransitionName, by: ActorKind): Refusal | null {
  const rule: Transition = TRANSITIONS[name];
  if (!rule.by.includes(by)) return 'wrong_actor';
  if (position.claim !== null && rule.claim !== 'settles') return 'decision_to_be_verified';
  if (position.claim === null && rule.claim === 'settles') return 'wrong_state';
  if (!rule.from.includes(position.state)) return 'wrong_state';
  if (rule.of && (position.result === null || !rule.of.includes(position.result))) return 'wrong_state';
  return null;
}

/** The position after a move, or why it is illegal. The guards of the transition are the caller's to check. */
export function apply(position: Position, move: Move): Position | { refused: Refusal } {
  const refused = refusal(position, move.name, move.by);
  if (refused) return { refused };
  const rule: Transition = TRANSITIONS[move.name];
  return {
    state: rule.to ?? position.state,
    result: move.name === 'confirm_external_decision' ? position.claim : (rule.result ?? position.result),
    ground: rule.ground ?? position.ground,
    claim: move.name === 'record_external_decision' ? move.claims : null,
  };
}

/** The transitions this kind of actor may make now: the `actions` of the API. */
export const allowed = (position: Position, by: ActorKind): TransitionName[] =>
  TRANSITION_NAMES.filter((name) => refusal(position, name, by) === null);

/** The spans that open and close when an approval goes from one state to the next (R75). */
export function spanChange(before: State, after: State): { opens: Span | null; closes: Span | null } {
  const held = SPANS[before] ?? null;
  const next = SPANS[after] ?? null;
  return held === next ? { opens: null, closes: null } : { opens: next, closes: held };
}
