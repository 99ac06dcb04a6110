import type { z } from 'zod';
import type { FactAsked } from '#libs/contracts/approvals/item-plans.js';
import { fail } from '#libs/contracts/errors.js';
import { PROJECT_FACTS } from '#libs/reference/project-facts.js';
import type { CompetenceRow, Facts } from '#libs/reference/rows.js';
import { factName } from './condition.js';
import { asksForFact } from './ruling.js';

/** Measures from which other facts follow (needs.ts). */
const MEASURES = ['annual_energy_tce', 'annual_power_10k_kwh', 'site_area_ha', 'earthwork_m3'];

const ASKED: Readonly<Record<string, { question: string; answers: Readonly<Record<string, string>> }>> = PROJECT_FACTS;

/** The facts that conditions compare with a number, and those they compare with words, each with these words. */
function compared(competence: readonly CompetenceRow[]): { numbers: Set<string>; words: Map<string, string[]> } {
  const numbers = new Set(MEASURES);
  const words = new Map<string, string[]>();
  for (const { condition } of competence) {
    for (const [, fact = ''] of condition.matchAll(/([a-z][a-z0-9_]*)\s*(>=|<=|>|<)/g)) numbers.add(fact);
    for (const [, fact = '', word = ''] of condition.matchAll(/([a-z][a-z0-9_]*)\s*!?=\s*(\S+)/g))
      words.set(fact, [...(words.get(fact) ?? []), word]);
  }
  return { numbers, words };
}

/** Refuses a fact nobody would read, and an answer that says nothing: a slip of the pen must not pass for an answer. */
export function mustBeAnswers(facts: Facts, competence: readonly CompetenceRow[]): void {
  const { numbers, words } = compared(competence);
  const known = new Set([...Object.keys(PROJECT_FACTS), ...numbers, ...words.keys()]);
  const unknown = Object.keys(facts).filter((fact) => !known.has(fact));
  if (unknown.length > 0) throw fail('fact_unknown', { facts: unknown });
  for (const [fact, value] of Object.entries(facts)) mustBeAnswer(fact, value, numbers.has(fact));
}

const LEVELS = { national: '国家级', province: '省级', city: '市级', county: '县级' };
const OTHERS = { large_public: '大型公共建筑', other: '其他' };

/** The facts that these questions of a plan ask for, as a form can ask them. */
export function factsAsked(
  questions: readonly string[],
  competence: readonly CompetenceRow[],
): z.input<typeof FactAsked>[] {
  const { numbers, words } = compared(competence);
  const facts = new Set([...Object.keys(ASKED), ...numbers, ...words.keys()]);
  return [...facts].flatMap((fact) => {
    const asked = ASKED[fact];
    if (asked && questions.includes(asked.question))
      return [{ fact, question: asked.question, choices: choicesOf(asked.answers) }];
    if (!questions.some((question) => asksForFact(question, fact))) return [];
    const labels = asked?.answers ?? wordsFor(words.get(fact) ?? []);
    return [{ fact, question: factName(fact), choices: numbers.has(fact) ? null : choicesOf(labels) }];
  });
}

/** Levels are offered all, other words with 其他: what no condition names is an answer too. */
function wordsFor(words: readonly string[]): Readonly<Record<string, string>> {
  if (words.every((word) => word in LEVELS)) return LEVELS;
  const named: Record<string, string> = { ...LEVELS, ...OTHERS };
  return Object.fromEntries([...new Set([...words, 'other'])].map((word) => [word, named[word] ?? word]));
}

const choicesOf = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers).map(([value, label]) => ({
    value: value === 'true' || value === 'false' ? value === 'true' : value,
    label,
  }));

function mustBeAnswer(fact: string, value: Facts[string], isNumber: boolean): void {
  const { question, answers } = ASKED[fact] ?? { question: factName(fact), answers: null };
  if (answers && !Object.hasOwn(answers, String(value))) {
    throw fail('fact_answer_unknown', { question, answers: Object.keys(answers) });
  }
  if (isNumber && typeof value !== 'number') throw fail('fact_answer_unknown', { question, answers: '数字' });
}
