import { appendFileSync } from 'node:fs';

/** What a caller is about to ask, written down before it is sent. */
export interface Intent {
  /** Stands in the business row that this request, and no other, may leave behind. */
  mark: string;
  /** The contract's name. */
  operation: string;
  /** W3C trace id: audit records and facts carry it. */
  trace: string;
  idempotencyKey: string;
  caller: string;
  input: Record<string, unknown>;
  /** For `If-Match`. */
  version: number | null;
}

/** One answer to an intent; null when none came, or it broke off. An intent that is repeated has several. */
export interface Reply {
  at: Date;
  mark: string;
  status: number | null;
  code: string | null;
  /** The `id` of the body, if it has one. */
  id: string | null;
  /** Where a 202 says that the outcome is to be asked for. */
  location: string | null;
}

/** Intents and answers of one fault, outside the platform: in memory for the judge, in a file for whoever looks later. */
export class Journal {
  readonly intents: Intent[] = [];
  readonly replies = new Map<string, Reply[]>();

  constructor(private readonly file: string | null = null) {}

  intend(intent: Intent): void {
    this.write({ at: new Date(), ...intent });
    this.intents.push(intent);
    this.replies.set(intent.mark, []);
  }

  answer(reply: Reply): void {
    this.write(reply);
    this.replies.get(reply.mark)?.push(reply);
  }

  repliesTo({ mark }: Intent): readonly Reply[] {
    return this.replies.get(mark) ?? [];
  }

  outcomeOf(intent: Intent): Outcome {
    return outcomeOf(this.repliesTo(intent));
  }

  private write(line: object): void {
    if (this.file) appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }
}

/**
 * done = 2xx, refused = 4xx, pending = nothing better than 202, unsent = nothing better than 503, which says that it was
 * certainly not taken; open = nobody knows.
 */
export type Outcome = 'done' | 'refused' | 'pending' | 'unsent' | 'open';

export function outcomeOf(replies: readonly Reply[]): Outcome {
  const all = replies.map(({ status }) => (status === null ? 'open' : outcomeOfStatus(status)));
  const order = ['done', 'refused', 'pending', 'open'] as const;
  return order.find((outcome) => all.includes(outcome)) ?? (all.length > 0 ? 'unsent' : 'open');
}

function outcomeOfStatus(status: number): Outcome {
  if (status === 202) return 'pending';
  if (status < 300) return 'done';
  if (status === 503) return 'unsent';
  return status < 500 ? 'refused' : 'open';
}
