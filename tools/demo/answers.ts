import { PROJECT_FACTS } from '#libs/reference/project-facts.js';

type Answer = string | number | boolean;

/** What the demo's first institution finds out when it asks: ordinary projects, nothing special. */
const BY_QUESTION: Partial<Record<keyof typeof PROJECT_FACTS, Answer>> = {
  funding: 'enterprise',
  approval_catalogue: 'none',
  land: 'existing',
  design_scheme: 'reviewed',
  eia_class: 'report_form',
  soil_water: 'report_form',
  discharge_permit: 'registration',
};

/** Facts that are named in a question, as 「供电电压等级(千伏)」. */
const BY_NAME: [RegExp, string, Answer][] = [
  [/电压/, 'voltage_kv', 10],
  [/能耗/, 'annual_energy_tce', 600],
  [/单体/, 'single_building_m2', 8_000],
  [/建筑类别|大型公建/, 'building_class', 'other'],
  [/住宅/, 'residential_floor_area_m2', 50_000],
  [/投资/, 'funding', 'county'],
  [/环评/, 'eia_authority', 'city'],
  [/核准/, 'approval_catalogue', 'county'],
  [/公路/, 'road_class', 'county'],
  [/取水/, 'water_volume_class', 'county'],
  [/河道/, 'river_class', 'county'],
  [/林地/, 'forest_area_class', 'county'],
  [/文物/, 'relic_class', 'county'],
];

/** The answers to these questions; throws for one nobody has foreseen. */
export function usualAnswers(questions: readonly string[]): Record<string, Answer> {
  return Object.fromEntries(questions.map(answerTo));
}

function answerTo(question: string): [string, Answer] {
  const asked = Object.entries(PROJECT_FACTS).find(([, fact]) => question.includes(fact.question));
  if (asked) return [asked[0], BY_QUESTION[asked[0] as keyof typeof PROJECT_FACTS] ?? false];
  const named = BY_NAME.find(([pattern]) => pattern.test(question));
  if (!named) throw new Error(`没有人知道怎么回答:${question}`);
  return [named[1], named[2]];
}
