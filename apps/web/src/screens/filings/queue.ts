import type { FILING_STATES, listApprovals as contract } from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';

type State = (typeof FILING_STATES)[number];
export type Queue = RawInput<typeof contract>;

/** The desk's usual cuts of the list; the first is what a person sees who has chosen nothing. */
export const QUEUES = {
  open: { state: ['submitted', 'corrected', 'accepted', 'in_review', 'special_procedure', 'correcting'] },
  arrived: { state: ['submitted', 'corrected'] },
  review: { state: ['accepted', 'in_review', 'special_procedure'] },
  unit: { state: ['correcting'] },
  verify: { toBeVerified: 'true' },
  done: { state: ['decided', 'revoked'] },
  all: {},
} as const satisfies Record<string, { state?: State[]; toBeVerified?: 'true' }>;
export type QueueName = keyof typeof QUEUES;

type Search = Record<string, unknown>;
const isQueue = (name: unknown): name is QueueName => typeof name === 'string' && name in QUEUES;

export const queueNameOf = ({ queue }: Search): QueueName => (isQueue(queue) ? queue : 'open');

/** What the URL of the queue asks the server for: its cut, its filters, the most urgent first. */
export function queueOf({ queue, ...filters }: Search): Queue {
  return { sort: 'dueOn', ...QUEUES[queueNameOf({ queue })], ...filters } as Queue;
}

/** The filings before and after one in the order of the queue. */
export function neighbours(
  ids: readonly string[],
  id: string,
): { before: string | undefined; after: string | undefined } {
  const at = ids.indexOf(id);
  return at < 0 ? { before: undefined, after: ids[0] } : { before: ids[at - 1], after: ids[at + 1] };
}
