import { fail } from '#libs/contracts/errors.js';
import type { CASE_STATES } from '#libs/contracts/projects.js';

export type CaseState = (typeof CASE_STATES)[number];
/** A project has at most one case in these. */
export const RUNNING: readonly CaseState[] = ['applied', 'active', 'closing'];

interface Transition {
  from: readonly CaseState[];
  to: CaseState;
  /** For the refusal: 不能… */
  act: string;
}

// One transition a line: this is the table people read.
// prettier-ignore
export const TRANSITIONS = {
  confirm: { from: ['draft'], to: 'applied', act: '确认申请' }, // by the unit (R10)
  activate: { from: ['applied'], to: 'active', act: '启动服务' }, // both have signed (R44)
  requestClosure: { from: ['active'], to: 'closing', act: '申请结案' },
  reopen: { from: ['closing'], to: 'active', act: '退回办理' }, // something entrusted is open (R6)
  close: { from: ['closing'], to: 'closed', act: '结案' },
  terminate: { from: ['draft', 'applied', 'active'], to: 'terminated', act: '终止' }, // by either party (R50)
} satisfies Record<string, Transition>;
export type CaseEvent = keyof typeof TRANSITIONS;

export const STATE_WORDS: Record<CaseState, string> = {
  draft: '待单位确认',
  applied: '已申请',
  active: '服务中',
  closing: '结案核对中',
  closed: '已结案',
  terminated: '已终止',
};

/** What to do where something else was wanted. */
const HINTS: Record<CaseState, string> = {
  draft: '请先由项目单位确认申请',
  applied: '请先由双方签署帮代办协议',
  active: '服务正在进行,请继续办理',
  closing: '请等待结案核对结果',
  closed: '服务已结束,如有新的需要请重新申请',
  terminated: '服务已结束,如有新的需要请重新申请',
};

/** The state after an event; 409 `case_state` where the table has none. */
export function next(state: CaseState, event: CaseEvent): CaseState {
  const { from, to, act }: Transition = TRANSITIONS[event];
  mustBe(state, from, act);
  return to;
}

/** 409 `case_state` unless the case is in one of these states; `act` completes 不能…. */
export function mustBe(state: CaseState, states: readonly CaseState[], act: string): void {
  if (!states.includes(state)) throw fail('case_state', { state: STATE_WORDS[state], act, hint: HINTS[state] });
}
