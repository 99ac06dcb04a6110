import type { IHeaders } from 'kafkajs';
import { z } from 'zod';
import { Principal } from '#libs/identity/principal.js';

/** What travels with a command or a query beside its input. */
export const Envelope = z.object({
  /** Command: uuid v5 of (account, operation, Idempotency-Key); query: random. */
  messageId: z.uuid(),
  operation: z.string().regex(/^[a-z.-]{1,120}$/),
  principal: Principal,
  /** Business time, stamped by the gateway. */
  businessTime: z.iso.datetime({ offset: true }),
  correlationId: z.string().max(120),
  traceparent: z.string().max(120).nullable(),
  ip: z.string().max(64).nullable(),
  replyTopic: z.string().max(200),
  /** SHA-256 of the input, to refuse a key used again with another body. */
  bodyHash: z.string().max(64),
  expectedVersion: z.int().nullable(),
  /** Epoch milliseconds of real time after which a query is dropped. */
  deadline: z.int().nullable(),
});
export type Envelope = z.infer<typeof Envelope>;

export const envelopeHeaders = (envelope: Envelope): IHeaders => ({ envelope: JSON.stringify(envelope) });

/** Key of the reply: message and body, so that a repeat with another body never takes the first one's answer. */
export const replyKeyOf = ({ messageId, bodyHash }: Envelope): string => `${messageId}:${bodyHash}`;

/** The owner's answer: the output, or a refusal with its code and parameters. */
export const Answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), output: z.unknown() }),
  z.object({ status: z.literal('refused'), code: z.string(), params: z.record(z.string(), z.unknown()) }),
]);
export type Answer = z.infer<typeof Answer>;

const text = (header: IHeaders[string]): string | null => {
  const value = Array.isArray(header) ? header[0] : header;
  return value === undefined ? null : value.toString();
};

/** The envelope of a record, or null when it has none that can be read: such a record is no command of ours. */
export function readEnvelope(headers: IHeaders | undefined): Envelope | null {
  const raw = text(headers?.['envelope']);
  // PostgreSQL stores no U+0000; the gateway lets none in.
  if (raw === null || raw.includes('\\u0000')) return null;
  const parsed = Envelope.safeParse(readJson(raw));
  return parsed.success ? parsed.data : null;
}

/** Parses JSON without ever throwing: undefined when it is none. A consumer that throws here would stop for good. */
export function readJson(raw: string | Buffer | null | undefined): unknown {
  if (raw === null || raw === undefined) return undefined;
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
}
