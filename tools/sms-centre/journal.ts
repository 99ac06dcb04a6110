import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { State } from './behaviour.js';
import type { Concatenation } from './segments.js';

/** One line of the log file: a segment that was accepted, or a receipt that was sent for one. */
export type Entry =
  | {
      kind: 'segment';
      at: string;
      id: string;
      from: string;
      to: string;
      text: string;
      concatenation: Concatenation | null;
    }
  | { kind: 'receipt'; at: string; id: string; state: State };
type Segment = Extract<Entry, { kind: 'segment' }>;

/** One text as a phone would show it. */
export interface Message {
  at: string;
  from: string;
  to: string;
  /** What stands in 【】 at the beginning, without the brackets; null without one. */
  signature: string | null;
  text: string;
  ids: string[];
  segments: { arrived: number; total: number };
  /** Of the segment that has got least far; ACCEPTD before any receipt. */
  state: State;
}

/** From least to most final: a text is as far as its slowest segment, and failed as soon as one has failed. */
const PROGRESS: readonly State[] = [
  'UNDELIV',
  'REJECTD',
  'EXPIRED',
  'DELETED',
  'UNKNOWN',
  'ACCEPTD',
  'ENROUTE',
  'DELIVRD',
];

/** All that ever arrived, in a file that is only ever added to. */
export class Journal {
  private readonly segments: Segment[] = [];
  private readonly states = new Map<string, State>();

  constructor(private readonly file: string) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    for (const line of lines) this.take(JSON.parse(line) as Entry);
  }

  add(entry: Entry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
    this.take(entry);
  }

  /** Ten digits, counting up over restarts. */
  nextId(): string {
    return String(1_000_000_001 + this.segments.length);
  }

  /** The texts to this number (all for null) that began to arrive at or after `since` (ISO 8601), oldest first. */
  messages(to: string | null = null, since = ''): Message[] {
    return reassemble(this.segments)
      .map((parts) => messageOf(parts, this.states))
      .filter((message) => (to === null || message.to === to) && message.at >= since);
  }

  private take(entry: Entry): void {
    if (entry.kind === 'segment') this.segments.push(entry);
    else this.states.set(entry.id, entry.state);
  }
}

/** Groups segments into texts. A part that is there already begins a new text: references are used again. */
export function reassemble(segments: Segment[]): Segment[][] {
  const texts: Segment[][] = [];
  const open = new Map<string, Segment[]>();
  for (const segment of segments) {
    const { concatenation, from, to } = segment;
    const key = `${from} ${to} ${concatenation?.reference} ${concatenation?.total}`;
    const known = open.get(key);
    if (concatenation && known && known.every((other) => other.concatenation?.part !== concatenation.part)) {
      known.push(segment);
      continue;
    }
    const text = [segment];
    texts.push(text);
    if (concatenation) open.set(key, text);
  }
  return texts;
}

function messageOf(parts: Segment[], states: Map<string, State>): Message {
  const [first] = parts;
  if (!first) throw new Error('a text has at least one segment');
  const inOrder = parts.toSorted((a, b) => (a.concatenation?.part ?? 1) - (b.concatenation?.part ?? 1));
  const text = inOrder.map((part) => part.text).join('');
  const all = parts.map(({ id }) => states.get(id) ?? 'ACCEPTD');
  return {
    at: first.at,
    from: first.from,
    to: first.to,
    signature: /^【([^】]*)】/.exec(text)?.[1] ?? null,
    text,
    ids: inOrder.map(({ id }) => id),
    segments: { arrived: parts.length, total: first.concatenation?.total ?? 1 },
    state: PROGRESS.find((state) => all.includes(state)) ?? 'ACCEPTD',
  };
}
