import type { Receiver } from '#libs/contracts/notify.js';
import { TEMPLATES } from '../templates/catalogue.js';

type Condition = Record<string, (string | boolean)[]>;

interface SeededRule {
  event: string;
  receiver: Receiver;
  template: string;
  condition: Condition;
}

const rule = (receiver: Receiver, template: string, condition: Condition = {}): SeededRule => {
  const wording = TEMPLATES.find(({ code }) => code === template);
  if (!wording) throw new Error(`no template ${template}`);
  return { event: wording.event, receiver, template, condition };
};

const BY_CONTACT = { asLiaison: [false] };
const BY_LIAISON = { asLiaison: [true] };
const AS_PRINCIPAL = { role: ['principal'] };
const IN_THE_TEAM = { role: ['guide', 'policy_adviser', 'member'] };
/** The clocks that run against the unit itself. */
const UNITS_CLOCKS = { clock: ['correction', 'unit_duty', 'validity'] };
/** A result recorded from elsewhere is told when it is confirmed (R132). */
const VERIFIED = { verified: [true] };

/** Event × receiver × template, as an installation begins (R107). */
export const RULES: readonly SeededRule[] = [
  rule('unit', 'case-applied-unit'),
  rule('manager', 'case-applied-manager'),
  rule('unit', 'case-activated-unit'),
  rule('unit', 'notice-issued-unit'),
  rule('mandate_holder', 'mandate-granted-holder'),
  rule('unit', 'case-closed-unit'),
  rule('liaison', 'transfer-proposed-liaison'),
  rule('liaison', 'transfer-reminded-liaison'),
  rule('unit', 'transfer-received-unit'),
  rule('contact', 'contact-asked', BY_CONTACT),
  rule('contact', 'contact-asked-liaison', BY_LIAISON),
  rule('assignee', 'assigned-principal', AS_PRINCIPAL),
  rule('assignee', 'assigned-team', IN_THE_TEAM),
  rule('unit', 'assigned-unit', AS_PRINCIPAL),
  rule('manager', 'principal-missing-manager'),
  rule('unit', 'approval-accepted-unit'),
  rule('unit', 'correction-requested-unit'),
  rule('principal', 'correction-requested-principal'),
  rule('principal', 'deadline-near-principal'),
  rule('unit', 'deadline-near-unit', UNITS_CLOCKS),
  rule('unit', 'approval-decided-unit', VERIFIED),
  rule('principal', 'approval-decided-principal', VERIFIED),
  rule('unit', 'pre-approval-issued-unit'),
  rule('unit', 'pre-approval-converted-unit'),
  rule('unit', 'pre-approval-ended-unit'),
];
