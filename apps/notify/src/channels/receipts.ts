import type { Pdu } from 'smpp';

/** In the order of their numbers in the TLV message_state, from 1 (SMPP 3.4, 5.2.28). */
const STATS = ['ENROUTE', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD'] as const;
export type Stat = (typeof STATS)[number];

/** What the SMS centre says became of a segment. */
export interface CentreReceipt {
  /** As the centre wrote it, which is not always how it answered the submit. */
  id: string;
  stat: Stat;
}

const MESSAGE_TYPE = 0x3c;
const DELIVERY_RECEIPT = 0x04;

/** Reads a deliver_sm; null for what is no receipt, as an answer that somebody texted back. */
export function readReceipt(pdu: Pdu): CentreReceipt | null {
  if (((pdu.esm_class ?? 0) & MESSAGE_TYPE) !== DELIVERY_RECEIPT) return null;
  const text = String(pdu.short_message?.message ?? '');
  const id = pdu.receipted_message_id ?? /\bid:\s*([0-9A-Za-z-]+)/i.exec(text)?.[1];
  const word = /\bstat:\s*([A-Z]+)/i.exec(text)?.[1]?.toUpperCase();
  const stat = STATS.find((known) => known === word) ?? STATS[(pdu.message_state ?? 0) - 1];
  return id && stat ? { id, stat } : null;
}

export type Verdict = 'under_way' | 'delivered' | 'failed';

/** What a stat decides; UNKNOWN decides nothing, a later receipt may. */
export function verdictOf(stat: Stat): Verdict {
  switch (stat) {
    case 'ENROUTE':
    case 'ACCEPTD':
    case 'UNKNOWN':
      return 'under_way';
    case 'DELIVRD':
      return 'delivered';
    case 'EXPIRED':
    case 'DELETED':
    case 'UNDELIV':
    case 'REJECTD':
      return 'failed';
  }
}

/** The id of a submit response as it is stored: upper case, without leading zeros. */
export const centreId = (id: string): string =>
  id
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '');

/** How the submit response may have written the id of a receipt, the likeliest first: as is, decimal for hexadecimal, hexadecimal for decimal. */
export function idForms(id: string): string[] {
  const plain = centreId(id);
  const forms = [plain];
  if (/^[0-9A-F]{1,32}$/.test(plain)) forms.push(BigInt(`0x${plain}`).toString());
  if (/^\d{1,32}$/.test(plain)) forms.push(BigInt(plain).toString(16).toUpperCase());
  return [...new Set(forms)];
}
