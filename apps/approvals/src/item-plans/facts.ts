import { fail } from '#libs/contracts/errors.js';
import { PROJECT_FACTS } from '#libs/reference/project-facts.js';
import type { CompetenceRow, Facts } from '#libs/reference/rows.js';
import { factName } from './condition.js';

/** Measures from which other facts follow (needs.ts). */
const MEASURES = ['annual_energy_tce', 'annual_power_10k_kwh', 'site_area_ha', 'earthwork_m3'];

/** Refuses a fact nobody would read, and an answer that says nothing: a slip of the pen must not pass for an answer. */
export function mustBeAnswers(facts: Facts, competence: readonly CompetenceRow[]): void {
  const compared = competence.flatMap(({ condition }) => [...condition.matchAll(/([a-z][a-z0-9_]*)\s*(>=|<=|>|<)/g)]);
  const numbers = new Set([...MEASURES, ...compared.map(([, fact]) => fact)]);
  const named = competence.flatMap(({ condition }) => [...condition.matchAll(/([a-z][a-z0-9_]*)\s*!?=/g)]);
  const known = new Set([...Object.keys(PROJECT_FACTS), ...numbers, ...named.map(([, fact]) => fact)]);
  const unknown = Object.keys(facts).filter((fact) => !known.has(fact));
  if (unknown.length > 0) throw fail('fact_unknown', { facts: unknown });
  for (const [fact, value] of Object.entries(facts)) mustBeAnswer(fact, value, numbers.has(fact));
}

function mustBeAnswer(fact: string, value: Facts[string], isNumber: boolean): void {
  const asked: Record<string, { question: string; answers: Readonly<Record<string, string>> }> = PROJECT_FACTS;
  const { question, answers } = asked[fact] ?? { question: factName(fact), answers: null };
  if (answers && !Object.hasOwn(answers, String(value))) {
    throw fail('fact_answer_unknown', { question, answers: Object.keys(answers) });
  }
  if (isNumber && typeof value !== 'number') throw fail('fact_answer_unknown', { question, answers: '数字' });
}
