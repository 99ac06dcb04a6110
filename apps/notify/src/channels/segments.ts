import { createHash } from 'node:crypto';

/** UCS-2 units that fit in one text message, and in one piece of a longer one beside its 6-byte header. */
const ONE_MESSAGE = 70;
const ONE_SEGMENT = 67;

/** The signature in 【】 at the head, once, as mainland operators demand. */
export function signed(signature: string, text: string): string {
  const head = `【${signature}】`;
  return text.startsWith(head) ? text : head + text;
}

/** Cuts a text into what one submit carries each, never through the middle of a surrogate pair (GSM 03.40, UCS-2). */
export function segmentsOf(text: string): string[] {
  if (text.length <= ONE_MESSAGE) return [text];
  const segments: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = cutBefore(text, at + ONE_SEGMENT);
    segments.push(text.slice(at, end));
    at = end;
  }
  return segments;
}

function cutBefore(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const splitsPair = end < text.length && last >= 0xd800 && last <= 0xdbff;
  return splitsPair ? end - 1 : Math.min(end, text.length);
}

/** The user data header by which a phone puts `part` (from 1) of `parts` together (3GPP TS 23.040, 9.2.3.24.1). */
export const concatenationHeader = (reference: number, parts: number, part: number): Buffer =>
  Buffer.from([5, 0, 3, reference & 0xff, parts, part]);

/** Sixteen bits that are the same again when the same attempt is submitted again. */
export const referenceOf = (messageId: string, attempt: number): number =>
  createHash('sha256').update(`${messageId}:${attempt}`).digest().readUInt16BE(0);
