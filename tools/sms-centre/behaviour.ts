import { z } from 'zod';

export const STATES = ['ENROUTE', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD'] as const;
/** A receipt's state; its place in the list is its number in SMPP 3.4 (5.2.28), from 1. */
export type State = (typeof STATES)[number];

const Rule = z.object({
  /** Holds for numbers that end so; the first rule that fits decides, '' fits all. */
  suffix: z.string().regex(/^\d*$/).default(''),
  /** `silent` accepts and never answers, `drop` accepts and closes the connection instead of answering. */
  submit: z.enum(['accept', 'throttled', 'queue-full', 'reject', 'silent', 'drop']).default('accept'),
  receipts: z.array(z.enum(STATES)).default(['ENROUTE', 'DELIVRD']),
  /** Before the first receipt and between two; 0 sends the first one ahead of the answer to the submit. */
  delayMs: z.number().int().min(0).default(500),
  /** How often each receipt is sent. */
  copies: z.number().int().min(1).default(1),
  receiptId: z.enum(['same', 'hexadecimal', 'zero-padded', 'unknown']).default('same'),
});
export type Rule = z.infer<typeof Rule>;

/** What the centre does to whom: replaced as a whole by POST /behaviour. */
export const Behaviour = z.object({
  bind: z.enum(['accept', 'refuse']).default('accept'),
  rules: z.array(Rule).default([]),
});
export type Behaviour = z.infer<typeof Behaviour>;

export const USUAL: Behaviour = Behaviour.parse({ rules: [{ suffix: '0404', receipts: ['ENROUTE', 'UNDELIV'] }] });

const ANYBODY: Rule = Rule.parse({});

export const ruleFor = ({ rules }: Behaviour, number: string): Rule =>
  rules.find(({ suffix }) => number.endsWith(suffix)) ?? ANYBODY;

/** The id as some operators write it in a receipt, which is not always how they answered the submit. */
export function receiptId(id: string, form: Rule['receiptId']): string {
  switch (form) {
    case 'same':
      return id;
    case 'hexadecimal':
      return Number(id).toString(16).toUpperCase();
    case 'zero-padded':
      return id.padStart(20, '0');
    case 'unknown':
      return '9'.repeat(id.length);
  }
}
