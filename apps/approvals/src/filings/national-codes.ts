import type { Position, Result, State, TransitionName } from './filing.machine.js';

/** 办理状态 blzt of the national exchange standard for 工程建设项目审批管理系统. */
export const NATIONAL_CODES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;
export type NationalCode = (typeof NATIONAL_CODES)[number];

/** What a transition reports, in order. A decision made elsewhere was reported by the system that made it (R132). */
const REPORTS: Record<TransitionName, readonly NationalCode[]> = {
  submit: [1],
  cancel: [2],
  accept: [3],
  decline: [4],
  deny: [5],
  request_correction: [6],
  end_correction: [7],
  start_review: [8],
  start_special_procedure: [9],
  end_special_procedure: [10, 8],
  grant: [11],
  grant_with_deferral: [12],
  refuse: [13],
  withdraw: [14],
  revoke: [15],
  record_external_decision: [],
  confirm_external_decision: [],
  reject_external_decision: [],
};

const MOVES: Record<NationalCode, TransitionName> = {
  1: 'submit',
  2: 'cancel',
  3: 'accept',
  4: 'decline',
  5: 'deny',
  6: 'request_correction',
  7: 'end_correction',
  8: 'start_review',
  9: 'start_special_procedure',
  10: 'end_special_procedure',
  11: 'grant',
  12: 'grant_with_deferral',
  13: 'refuse',
  14: 'withdraw',
  15: 'revoke',
};

const STANDS: Record<Exclude<State, 'not_accepted' | 'decided'>, NationalCode | null> = {
  draft: null,
  submitted: 1,
  cancelled: 2,
  accepted: 3,
  correcting: 6,
  corrected: 7,
  in_review: 8,
  special_procedure: 9,
  withdrawn: 14,
  revoked: 15,
};

const DECISIONS: Record<Result, NationalCode> = { granted: 11, granted_with_deferral: 12, refused: 13 };

/** The codes to report for a transition, one row of 详细信息 each. */
export const codesOf = (name: TransitionName): readonly NationalCode[] => REPORTS[name];

/** The code at which an approval stands; null for a draft, which the national system does not know. */
export function codeOf({ state, ground, result }: Pick<Position, 'state' | 'ground' | 'result'>): NationalCode | null {
  switch (state) {
    case 'not_accepted':
      return ground === 'denied' ? 5 : 4;
    case 'decided':
      return result && DECISIONS[result];
    default:
      return STANDS[state];
  }
}

/**
 * The transition a reported code asks for; null when it is no news (the 8 that follows a 10). While a recorded decision
 * is 待核验, the same decision confirms it and another one rejects it: then ask again (R132).
 */
export function transitionOf(code: NationalCode, position: Position): TransitionName | null {
  if (codeOf(position) === code) return null;
  if (position.claim === null || !isCompleted(code)) return MOVES[code];
  return DECISIONS[position.claim] === code ? 'confirm_external_decision' : 'reject_external_decision';
}

/** 办结 in statistics: decided in any way, so neither 撤件 (2) nor 撤回 (14) counts for or against being on time (R111). */
export const isCompleted = (code: NationalCode): boolean => code === 11 || code === 12 || code === 13;
