import type { Pdu, ShortMessage } from 'smpp';

/** Which part of a longer text a segment is: `part` from 1 to `total`, `reference` the same in all of them. */
export interface Concatenation {
  reference: number;
  total: number;
  part: number;
}

const IE_8_BIT_REFERENCE = 0x00;
const IE_16_BIT_REFERENCE = 0x08;

/** From the user data header (3GPP TS 23.040, 9.2.3.24.1 and .8) or the SAR parameters; null for a text of one piece. */
export function concatenationOf(pdu: Pdu): Concatenation | null {
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: part } = pdu;
  if (reference !== undefined && total !== undefined && part !== undefined) return { reference, total, part };
  for (const element of contentOf(pdu).udh ?? []) {
    const [kind, length, ...bytes] = element;
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    if (kind === IE_8_BIT_REFERENCE && length === 3) return { reference: a, total: b, part: c };
    if (kind === IE_16_BIT_REFERENCE && length === 4) return { reference: a * 256 + b, total: c, part: d };
  }
  return null;
}

/** The text of one segment; bytes in no known alphabet are shown as hexadecimal digits. */
export function textOf(pdu: Pdu): string {
  const { message } = contentOf(pdu);
  return typeof message === 'string' ? message : message.toString('hex');
}

function contentOf({ short_message, message_payload }: Pdu): ShortMessage {
  if (short_message && short_message.message.length > 0) return short_message;
  return message_payload ?? { message: '' };
}
