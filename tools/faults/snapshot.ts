import type { Message as Text } from '../sms-centre/journal.js';

// What the judge sees of the platform after the queues have run empty: plain rows, read by SQL and from the SMS centre.

/** A business row or an audited change that holds a mark. */
export interface Effect {
  mark: string;
  operation: string;
}

/** The audit record of a command, with its stored answer. */
export interface Audit {
  trace: string;
  operation: string;
  messageId: string;
  /** `done`, `refused`, or null where there is no stored answer. */
  answer: string | null;
}

/** A row of an outbox. */
export interface PublishedFact {
  service: string;
  /** Rises with the commits of one aggregate. */
  seq: number;
  eventId: string;
  type: string;
  topic: string;
  key: string;
  trace: string;
}

/** A line of the ledger that tells a fact, in the order of arrival. */
export interface LedgerLine {
  seq: number;
  factId: string;
}

/** A message of notify. */
export interface SmsMessage {
  id: string;
  eventId: string;
  event: string;
  state: string;
  /** As `138****1234`; null before the first attempt. */
  mobile: string | null;
  text: string | null;
  /** Submits that may have been taken without an answer, and attempts after the first. */
  mayRepeat: number;
}

/** A changed row: its version, and the changes of one field as audited, first to last. */
export interface Chain {
  row: string;
  version: number;
  /** Audited changes of whatever field. */
  changes: number;
  field: { now: string; steps: { before: string; after: string }[] } | null;
}

/** Something a follower keeps of another owner's row. */
export interface Copy {
  what: string;
  owner: string;
  copy: string;
}

export interface Snapshot {
  effects: Effect[];
  audits: Audit[];
  facts: PublishedFact[];
  ledger: LedgerLine[];
  messages: SmsMessage[];
  texts: Pick<Text, 'to' | 'text'>[];
  chains: Chain[];
  copies: Copy[];
  /** Rows that should have moved on: unpublished, open, dead, queued; each a line. */
  stuck: string[];
  /** Places in the logs that hold a mobile number. */
  leaks: string[];
}
