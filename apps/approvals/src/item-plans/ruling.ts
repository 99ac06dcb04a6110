import type { CompetenceRow, ItemRow, Level } from '#libs/reference/rows.js';
import type { Bodies, Catalogue } from './bodies.js';
import { department } from './bodies.js';
import { factName } from './condition.js';

// The answer of one step of R114–R120, with its reason in words.

export type Step = 'R114' | 'R115' | 'R116' | 'R117' | 'R118' | 'R119' | 'R120' | 'manual';

/** Bodies that may not be known yet. */
export type Named = { [Body in keyof Bodies]: string | null };

/** What one step says about an item. */
export interface Ruling extends Named {
  level: Level | 'none' | 'unknown';
  step: Step;
  reason: string;
  competenceRow: CompetenceRow | null;
  /** What must be answered before the level (or, for 市政公用, the contact) is certain. */
  questions: string[];
}

export const NO_BODY: Named = { legalBody: null, handlingBody: null, consultedBody: null };
export const LEVEL_ZH = { county: '县级', city: '市级', province: '省级' } as const;

export const decided = (level: Level, step: Step, bodies: Named, reason: string): Ruling => ({
  level,
  step,
  reason,
  legalBody: bodies.legalBody,
  handlingBody: bodies.handlingBody,
  consultedBody: bodies.consultedBody,
  competenceRow: null,
  questions: [],
});

const open = (reason: string, questions: string[]): Ruling => ({
  ...NO_BODY,
  level: 'unknown',
  step: 'R120',
  reason: `权限待确认:${reason}`,
  competenceRow: null,
  questions,
});

/** R120: only a person can say which level. */
export const ask = ({ nameZh }: ItemRow, reason: string) => open(reason, [`请首接机构确认“${nameZh}”由哪一级办理。`]);

const quoted = (fact: string): string => `“${factName(fact)}”`;

/** R120: facts that a condition needs are not recorded. */
export function askFacts(missing: readonly string[]): Ruling {
  const names = missing.map(quoted).join('、');
  return open(`${names}尚未登记。`, [`请补充登记${names}。`]);
}

/** Whether a question is one of `askFacts` and names this fact. */
export const asksForFact = (question: string, fact: string): boolean => question.includes(quoted(fact));

/** Who decides and who handles, in words. */
export function describe(catalogue: Catalogue, { legalBody, handlingBody, consultedBody }: Bodies): string {
  const name = (code: string) => department(catalogue, code).nameZh;
  if (consultedBody) return `由${name(legalBody)}决定,并征求${name(consultedBody)}意见`;
  if (handlingBody !== legalBody) return `由${name(legalBody)}决定、${name(handlingBody)}经办`;
  return `由${name(legalBody)}办理`;
}
