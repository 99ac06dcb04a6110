import { messageEvents } from '#libs/contracts/facts.js';
import type { MessageReason } from '#libs/contracts/notify.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { verdictOf } from '../channels/receipts.js';
import type { Stat } from '../channels/receipts.js';
import type { DeliveryRow } from '../messages/delivery.entity.js';
import type { MessageRow } from '../messages/message.entity.js';
import { attemptState, move } from '../messages/message.machine.js';
import { RECEIVER_NAMES } from '../messages/reasons.js';

const BUSY_PAUSE_MS = 2_000;
const NO_ANSWER = 'no_answer';
const REFUSED = /^0x/;

/** Back to the queue; tried again after `ms` of real time. */
export function postpone(message: MessageRow, reason: MessageReason | null, ms: number): void {
  if (message.state !== 'queued') move(message, 'queued');
  message.reason = reason;
  message.tryAt = new Date(Date.now() + ms);
}

type Settled = 'delivered' | 'failed' | 'expired';

/** The end of a message, told to the other services; `expired` is a failure to them. */
export function settle(context: WorkContext, message: MessageRow, state: Settled, reason: MessageReason | null): void {
  move(message, state);
  message.reason = reason;
  message.settledAt = context.now;
  const { id: messageId, caseId, template, receiver, receiverName } = message;
  const told = state === 'delivered' ? 'delivered' : 'failed';
  const name = receiverName ?? RECEIVER_NAMES[receiver];
  context.publish(messageEvents, 'settled', { messageId, caseId, template, receiverName: name, state: told });
}

/** What the segments of the latest attempt mean for their message; `retryMs` = the pauses before the further attempts. */
export function conclude(
  context: WorkContext,
  message: MessageRow,
  parts: DeliveryRow[],
  retryMs: readonly number[],
): void {
  const state = attemptState(parts.map((part) => part.state));
  switch (state) {
    case 'waiting':
      return postpone(message, 'centre_busy', BUSY_PAUSE_MS);
    case 'delivered':
      return settle(context, message, 'delivered', null);
    case 'failed':
      return failed(context, message, { reason: failureOf(parts), retryMs });
    case 'submitted':
      if (message.state !== 'submitting') return;
      move(message, 'submitted');
      message.submittedAt = new Date();
      message.reason = null;
  }
}

interface Failure {
  reason: MessageReason;
  retryMs: readonly number[];
}

/** Only a phone that was not reached is tried again; what the centre refuses it will refuse again. */
function failed(context: WorkContext, message: MessageRow, { reason, retryMs }: Failure): void {
  const again = reason === 'undelivered' && message.attemptsLeft > 0 && message.state !== 'expired';
  if (!again) return settle(context, message, 'failed', reason);
  const pause = retryMs[retryMs.length - message.attemptsLeft] ?? retryMs.at(-1) ?? 0;
  postpone(message, reason, pause);
}

function failureOf(parts: DeliveryRow[]): MessageReason {
  const details = parts.filter(({ state }) => state === 'failed').map(({ detail }) => detail ?? '');
  if (details.includes(NO_ANSWER)) return 'no_answer';
  return details.some((detail) => REFUSED.test(detail)) ? 'refused' : 'undelivered';
}

/** A submit of which nobody knows whether the centre has it: once more with the same reference, then it has failed. */
export function doubt(part: DeliveryRow): void {
  part.doubts += 1;
  part.state = part.doubts > 1 ? 'failed' : 'waiting';
  part.detail = NO_ANSWER;
}

export function refuse(part: DeliveryRow, status: number): void {
  part.state = 'failed';
  part.detail = `0x${status.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Whether the receipt changed anything: the first final state stands, and what comes doubled or backwards changes nothing. */
export function applyReceipt(part: DeliveryRow, stat: Stat): boolean {
  if (part.state !== 'submitted') return false;
  part.detail = stat;
  const verdict = verdictOf(stat);
  if (verdict === 'under_way') return false;
  part.state = verdict;
  return true;
}
