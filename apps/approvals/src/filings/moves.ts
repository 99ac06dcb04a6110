import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { setDueDays } from '../clocks/filing-clocks.js';
import type { Times } from '../clocks/filing-clocks.js';
import { ApprovalEvent } from './approval-event.entity.js';
import type { Approval } from './approval.entity.js';
import { ApprovalExtension } from './extension.entity.js';
import { allowed, apply, spanChange } from './filing.machine.js';
import type { Move, Refusal } from './filing.machine.js';
import { ApprovalSpan } from './span.entity.js';
import { ACT_ZH, STATE_ZH } from './words.js';

function refusalOf(refused: Refusal, approval: Approval, name: Move['name']) {
  switch (refused) {
    case 'decision_to_be_verified':
      return fail('record_unverified');
    case 'wrong_actor':
    case 'wrong_state':
      return fail('filing_state', { state: STATE_ZH[approval.state], act: ACT_ZH[name] });
  }
}

/** Makes a transition of the machine and keeps its event; refuses in words. Guards are the caller's. */
export function move(context: WorkContext, approval: Approval, made: Move, opinion: string | null = null): void {
  const next = apply(approval, made);
  if ('refused' in next) throw refusalOf(next.refused, approval, made.name);
  Object.assign(approval, next);
  note(context, approval, made.name, opinion);
}

export function note(context: WorkContext, approval: Approval, name: string, opinion: string | null = null): void {
  const { now, principal } = context;
  context.add(ApprovalEvent, { approvalId: approval.id, at: now, name, actorName: principal.name, opinion });
}

/** People decide on what they have accepted; that its review has begun is told for them. */
export function startReview(context: WorkContext, approval: Approval): void {
  const { kind } = context.principal;
  if (approval.state === 'accepted' && allowed(approval, kind).includes('start_review')) {
    move(context, approval, { name: 'start_review', by: kind });
  }
}

export async function timesOf(context: WorkContext, { id: approvalId }: Approval): Promise<Times> {
  const [spans, extensions] = await Promise.all([
    context.lockAll(ApprovalSpan, { approvalId }),
    context.lockAll(ApprovalExtension, { approvalId }),
  ]);
  return { spans, extensions };
}

/** Ends the stretch that the transition from `before` leaves, if any; both of its days count as stopped (standards §7). */
export function closeSpan(
  context: WorkContext,
  approval: Approval,
  before: Approval['state'],
  { spans }: Times,
): ApprovalSpan | null {
  const { closes } = spanChange(before, approval.state);
  if (closes === null) return null;
  const open = spans.find(({ kind, to }) => kind === closes && to === null);
  if (!open) throw new Error(`approval ${approval.id} has no open ${closes}`);
  open.to = context.today;
  return open;
}

/** To be called after whatever starts, stops, lengthens or ends a clock. */
export async function reclock(context: WorkContext, approval: Approval, times: Times): Promise<void> {
  setDueDays(approval, times, context, await calendarOf(context.em));
}
