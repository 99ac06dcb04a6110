import { randomUUID } from 'node:crypto';
import type { IHeaders } from 'kafkajs';

/** A record nobody should send, and what is wrong with it. */
export interface BadRecord {
  fault: string;
  /** Its own, so that no aggregate waits for it. */
  key: string;
  value: Buffer | null;
  headers: IHeaders;
}

const DEPTH = 100_000;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** What no parser may take for a command, a query, a fact or an answer, made from a value that is sound. */
const VALUES: Record<string, (sound: Buffer) => Buffer | null> = {
  'truncated JSON': (sound) => sound.subarray(0, -2),
  'invalid UTF-8': (sound) => Buffer.concat([Buffer.from([0xc3, 0x28, 0xff]), sound]),
  '0x00 first': (sound) => Buffer.concat([Buffer.from([0]), sound]),
  empty: () => Buffer.alloc(0),
  'no value': () => null,
  'the word null': () => Buffer.from('null'),
  'a byte order mark': (sound) => Buffer.concat([BOM, sound]),
  'lists in lists, 10⁵ deep': () => Buffer.from('['.repeat(DEPTH) + ']'.repeat(DEPTH)),
  'objects in objects, 10⁵ deep': () => Buffer.from(`${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`),
  '__proto__ and constructor': () => Buffer.from('{"__proto__":{"status":"done"},"constructor":{"prototype":{"a":1}}}'),
  'numbers beyond doubles': () => Buffer.from('{"id":1e999,"version":123456789012345678901234567890}'),
  'a NUL in a name': () => Buffer.from('{"\\u0000":"\\u0000"}'),
  'half a surrogate pair': () => Buffer.from('{"\\ud800":"\\udc00"}'),
  'a list': () => Buffer.from('[1,2,3]'),
};

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Bad inputs under envelopes that are sound; `envelope` makes one with a message id that nobody has used. */
export const badInputs = (input: object, envelope: () => object): BadRecord[] =>
  Object.entries(VALUES).map(([fault, spoil]) => ({
    fault,
    key: randomUUID(),
    value: spoil(json(input)),
    headers: { envelope: JSON.stringify(envelope()) },
  }));

/** Headers that make no envelope: what stands under them is no command and no query. */
export function badHeaders(envelope: () => Record<string, unknown>): BadRecord[] {
  const sound = (): string => JSON.stringify(envelope());
  const changed = (change: object): IHeaders => ({ envelope: JSON.stringify({ ...envelope(), ...change }) });
  const headers: Record<string, IHeaders> = {
    'no headers': {},
    'an empty envelope': { envelope: '' },
    'an envelope cut short': { envelope: sound().slice(0, -2) },
    'two envelopes, the first of them none': { envelope: ['{}', sound()] },
    'an envelope of another version': { envelope: JSON.stringify({ version: 2, id: randomUUID() }) },
    'a message id that is none': changed({ messageId: '../../etc/passwd' }),
    'an operation that is no name': changed({ operation: '__proto__' }),
    'no principal': changed({ principal: null }),
    'a time that no calendar has': changed({ businessTime: '2026-02-30T25:00:00Z' }),
    'a version beyond integers': { envelope: sound().replace('"expectedVersion":null', '"expectedVersion":1e300') },
  };
  return Object.entries(headers).map(([fault, one]) => ({ fault, key: randomUUID(), value: json({}), headers: one }));
}

/** Envelopes that can be read, and ask for what there is not or cannot be written down. */
export function strangeEnvelopes(envelope: () => Record<string, unknown>): BadRecord[] {
  const { principal } = envelope();
  const changes: Record<string, object> = {
    'an operation nobody has': { operation: 'projects.no-such-thing' },
    'a NUL in the account': { principal: { ...(principal as object), accountId: '\0' } },
    'a NUL in the correlation id': { correlationId: '\0' },
  };
  return Object.entries(changes).map(([fault, change]) => ({
    fault,
    key: randomUUID(),
    value: json({}),
    headers: { envelope: JSON.stringify({ ...envelope(), ...change }) },
  }));
}

/** Not one of them is a fact of the type it claims to be. */
export function badFacts(fact: object): BadRecord[] {
  const changed = (change: object): Buffer => json({ ...fact, id: randomUUID(), ...change });
  const values: Record<string, Buffer | null> = {
    ...Object.fromEntries(Object.entries(VALUES).map(([fault, spoil]) => [fault, spoil(changed({}))])),
    'another version of the envelope': changed({ specversion: '2.0' }),
    'an id that is none': changed({ id: '../../etc/passwd' }),
    'a time that no calendar has': changed({ time: '2026-13-01T00:00:00Z' }),
  };
  const headers = { id: '\0', '\0': Buffer.from([0xff, 0, 0xc3]) };
  return [
    ...Object.entries(values).map(([fault, value]) => ({ fault, key: randomUUID(), value, headers: {} })),
    { fault: 'headers that are no text', key: '\0', value: Buffer.from('no fact'), headers },
  ];
}

/** Answers that a gateway did not wait for, or that are none, under these keys of its reply topic. */
export const badReplies = (keys: readonly string[]): BadRecord[] =>
  Object.entries(VALUES).flatMap(([fault, spoil]) =>
    keys.map((key) => ({ fault, key, value: spoil(json({ status: 'done', output: {} })), headers: {} })),
  );
