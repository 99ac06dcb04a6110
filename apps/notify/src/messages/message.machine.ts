import type { MessageState } from '#libs/contracts/notify.js';
import type { DeliveryRow } from './delivery.entity.js';
import type { MessageRow } from './message.entity.js';

const NEXT: Record<MessageState, readonly MessageState[]> = {
  queued: ['submitting', 'failed'],
  // Back to the queue when the centre was busy or away, or never answered.
  submitting: ['queued', 'submitted', 'delivered', 'failed'],
  submitted: ['queued', 'delivered', 'failed', 'expired'],
  delivered: [],
  // Only by a person.
  failed: ['queued'],
  // By a person, or by a receipt that came days late.
  expired: ['queued', 'delivered', 'failed'],
};

export const canMove = (from: MessageState, to: MessageState): boolean => NEXT[from].includes(to);

export function move(message: MessageRow, to: MessageState): void {
  if (!canMove(message.state, to)) throw new Error(`message ${message.id} cannot go from ${message.state} to ${to}`);
  message.state = to;
}

type PartState = DeliveryRow['state'];

/** What the segments of one attempt amount to: one that failed fails it, one that waits holds it up. */
export function attemptState(parts: readonly PartState[]): 'failed' | 'waiting' | 'submitted' | 'delivered' {
  if (parts.includes('failed')) return 'failed';
  if (parts.some((state) => state === 'waiting' || state === 'submitting')) return 'waiting';
  return parts.every((state) => state === 'delivered') ? 'delivered' : 'submitted';
}
