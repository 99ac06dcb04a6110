import { filingClocks } from '#apps/approvals/src/clocks/filing-clocks.js';
import type { Approval } from '#apps/approvals/src/filings/approval.entity.js';
import type { CaseFacts } from './case.js';
import type { Reference } from './reference.js';

const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
export const dayOf = (instant: Date): string => shanghaiDay.format(instant);

/** The approval as it is shown, before the contract cuts it to its fields. */
export const viewOf = (approval: Approval, facts: CaseFacts, { calendar }: Reference) => ({
  ...approval,
  ...filingClocks(approval, facts, dayOf(new Date()), calendar),
  decidedOn: approval.decidedOn ?? approval.evidence?.decidedOn ?? null,
  documentNumber: approval.documentNumber ?? approval.evidence?.documentNumber ?? null,
  toBeVerified: approval.claim !== null,
  result: approval.result ?? approval.claim,
  deferral: facts.deferrals.length > 0,
  submittedAt: approval.submittedAt?.toISOString() ?? null,
});
