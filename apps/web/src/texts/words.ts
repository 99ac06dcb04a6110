import type { CASE_STATES } from '#libs/contracts/projects/cases.js';
import type { ITEM_STATES, LIGHTS } from '#libs/contracts/projects/case-views.js';
import type { GRADES } from '#libs/contracts/projects/project-lists.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

// The words of the field for the contracts' states: a state without its word does not compile.

type WordsOf<T extends readonly string[]> = Record<T[number], Pair>;

export const caseStates = texts({
  draft: ['待单位确认', 'To be confirmed'],
  applied: ['已申请', 'Applied'],
  active: ['帮代办中', 'In service'],
  closing: ['结案中', 'Closing'],
  closed: ['已结案', 'Closed'],
  terminated: ['已终止', 'Terminated'],
} satisfies WordsOf<typeof CASE_STATES>);

export const itemStates = texts({
  not_started: ['未开始', 'Not started'],
  pre_approved: ['已预审批', 'Pre-approved'],
  submitted: ['已提交', 'Submitted'],
  not_accepted: ['不予受理', 'Not accepted'],
  correcting: ['待补正', 'To be corrected'],
  accepted: ['已受理', 'Accepted'],
  special_procedure: ['特别程序', 'Special procedure'],
  to_be_verified: ['待核验', 'To be verified'],
  decided: ['已办结', 'Decided'],
  ended: ['已终结', 'Ended'],
  revoked: ['已撤销', 'Revoked'],
} satisfies WordsOf<typeof ITEM_STATES>);

export const lights = texts({
  yellow: ['临近到期', 'Due soon'],
  orange: ['即将到期', 'Due very soon'],
  red: ['已超期', 'Overdue'],
} satisfies WordsOf<typeof LIGHTS>);

export const grades = texts({
  national: ['国家级', 'National'],
  province: ['省级', 'Provincial'],
  city: ['市级', 'Municipal'],
  county: ['县级', 'County'],
} satisfies WordsOf<typeof GRADES>);

export const needs = texts({
  needed: ['需要办理', 'Needed'],
  to_be_checked: ['待核实', 'To be checked'],
  not_needed: ['不需要', 'Not needed'],
});

/** A table of words as the options of a select. */
export const optionsOf = <T extends Record<string, string>>(words: T): { value: keyof T & string; label: string }[] =>
  (Object.keys(words) as (keyof T & string)[]).map((value) => ({ value, label: words[value] ?? value }));
