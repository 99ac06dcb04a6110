import { type FactName, PROJECT_FACTS } from '#libs/reference/project-facts.js';
import type { Facts, ItemRow, ProjectType } from '#libs/reference/rows.js';
import { SCENARIOS } from '#libs/reference/scenarios.js';

/** What decides the items of a project. */
export interface ProjectProfile {
  projectType: ProjectType;
  /** 工业, 仓储物流 …: settles the facts that are not recorded (libs/reference/scenarios.ts). */
  scenario: string;
  /** GB/T 4754 class as `C3421`; empty = not known. */
  industry: string;
  /** 出让, 带方案出让, 划拨 …, in the words of the project. */
  landMode: string;
  /** A document for land the project already has: it counts once verified (X0). */
  existingLand: 'none' | 'unverified' | 'verified';
  facts: Facts;
}

/** Whether a project needs an item, and why. */
export interface ItemNeed {
  code: string;
  state: 'needed' | 'to_be_checked' | 'not_needed';
  /** In Chinese; when to be checked, what to ask. */
  reason: string;
  /** Facts behind the answer that are only usual for the scenario: no evidence for 不涉及 until confirmed (R141). */
  assumed: readonly FactName[];
  /** Facts to ask before it can be said. */
  unknown: readonly FactName[];
}

/** An item is needed where each fact has one of these answers. */
interface Condition {
  fact: FactName;
  answers: readonly string[];
}

const is = (fact: FactName, ...answers: readonly string[]): Condition => ({ fact, answers });
const yes = (fact: FactName): Condition => is(fact, 'true');

/** Items, and when a project whose type has them needs them: all conditions of any one line; without a condition always. */
const RULES: readonly (readonly [items: string, ...conditions: Condition[]])[] = [
  ['B02 B07 C01 C04 C05 D01 D06 D08 D09 Z12 Z13c Z14 Z17 G01 G02 G03'],

  ['A01', is('funding', 'enterprise'), is('approval_catalogue', 'none')],
  ['A02', is('funding', 'enterprise'), is('approval_catalogue', 'county', 'city', 'province')],
  ['A03 A04 B04 Z01 Z13b', is('funding', 'government', 'county', 'city', 'province')],
  ['Z06', yes('social_risk')],

  ['X0', is('land', 'existing')],
  ['A05 A09', is('land', 'granted')],
  ['A08', is('land', 'allocated')],
  ['A10 A11', is('land', 'granted', 'allocated')],
  ['A07', is('land', 'allocated')],
  ['A07', is('land', 'granted'), is('approval_catalogue', 'county', 'city', 'province')],
  ['A06', yes('new_construction_land')],
  ['A12', yes('overlay_minerals')],
  ['A13', yes('forest')],
  ['A14 Z08', yes('relics')],

  ['B01 Z13a', is('design_scheme', 'reviewed')],
  ['B03', yes('civil_air_defence')],
  ['B05', yes('over_limit_high_rise')],
  ['B06', yes('green_space')],
  ['B08 Z09', yes('major_seismic')],

  ['C02 D02 Z18', yes('special_fire')],
  ['C03 D07', yes('lightning_special')],
  ['C06', yes('spoil')],
  ['C07', yes('road_occupation')],
  ['C08', yes('pipe_relocation')],
  ['C09', yes('highway_works')],
  ['C10', yes('hoisting_machinery')],
  ['C11', yes('sewer_discharge')],

  ['P01 Z02', yes('energy_review')],
  ['P02', is('eia_class', 'report_book')],
  ['P03', is('eia_class', 'report_form')],
  ['P04', is('eia_class', 'registration')],
  ['Z03 D10', is('eia_class', 'report_book', 'report_form')],
  ['P05 Z04 D11', is('soil_water', 'report_book', 'report_form')],
  ['P06', yes('water_abstraction')],
  ['P07', yes('flood_area')],
  ['P08 P09 Z05', yes('hazardous_chemicals')],
  ['P10', is('discharge_permit', 'key', 'simplified')],
  ['P11', yes('medical_institution')],
  ['P12 D13', yes('radiology')],
  ['P13', yes('private_school')],
  ['P14 P15 G04', yes('real_estate_sale')],

  ['M01', yes('water_supply')],
  ['M02', yes('drainage')],
  ['M03', yes('power_supply')],
  ['M04', yes('gas')],
  ['M05', yes('heating')],
  ['M06', yes('telecom')],
  ['M07', yes('cable_tv')],
];

/** The lines of each item, as their conditions. */
const WAYS = Map.groupBy(
  RULES.flatMap(([items, ...conditions]) => items.split(' ').map((code) => ({ code, conditions }))),
  ({ code }) => code,
);

/** One answer for every catalogue item of the project's type; parts of another item (D03–D05) are never listed. */
export function itemNeeds(project: ProjectProfile, catalogue: readonly ItemRow[]): ItemNeed[] {
  return catalogue
    .filter((item) => item.partOf === null && item.projectTypes.includes(project.projectType))
    .map(({ code }) => needOf(code, project));
}

function needOf(code: string, project: ProjectProfile): ItemNeed {
  const ways = WAYS.get(code)?.map(({ conditions }) => conditions.map((condition) => judge(project, condition)));
  if (!ways) {
    return { code, state: 'to_be_checked', reason: '目录新增事项,请人工核定是否需要', assumed: [], unknown: [] };
  }
  const open = ways.filter((way) => !way.some(({ verdict }) => verdict === 'failed'));
  const met = open.find((way) => way.every(({ verdict }) => verdict === 'met'));
  if (met) return settled(code, 'needed', met, project.scenario);
  if (open.length === 0) {
    const failures = ways.flatMap((way) => way.filter(({ verdict }) => verdict === 'failed').slice(0, 1));
    return settled(code, 'not_needed', failures, project.scenario);
  }
  const unknown = [...new Set(open.flat().flatMap(({ verdict, fact }) => (verdict === 'open' ? [fact] : [])))];
  const questions = unknown.map((fact) => PROJECT_FACTS[fact].question).join('');
  return { code, state: 'to_be_checked', reason: `待核实:${questions}`, assumed: [], unknown };
}

function settled(code: string, state: ItemNeed['state'], basis: readonly Judged[], scenario: string): ItemNeed {
  const assumed = basis.filter((judged) => judged.assumed).map(({ fact }) => fact);
  const meanings = [...new Set(basis.map(({ meaning }) => meaning))].join(',') || '本类项目必办';
  const reason = assumed.length > 0 ? `${meanings}(按“${scenario}”的典型情形,请核实)` : meanings;
  return { code, state, reason, assumed, unknown: [] };
}

interface Judged {
  fact: FactName;
  verdict: 'met' | 'failed' | 'open';
  meaning: string;
  assumed: boolean;
}

function judge(project: ProjectProfile, { fact, answers }: Condition): Judged {
  const finding = find(project, fact);
  if (!finding) return { fact, verdict: 'open', meaning: '', assumed: false };
  return { fact, ...finding, verdict: answers.includes(finding.answer) ? 'met' : 'failed' };
}

interface Finding {
  answer: string;
  meaning: string;
  /** Usual for the scenario, not known of this project. */
  assumed: boolean;
}

/** What is known of a fact: recorded, else following from other facts, else usual; null = ask. A word nobody knows is asked too. */
function find(project: ProjectProfile, fact: FactName): Finding | null {
  const known = project.facts[fact] ?? DERIVED[fact]?.(project) ?? null;
  const answer = known ?? SCENARIOS[project.scenario]?.[fact] ?? null;
  const answers: Readonly<Record<string, string>> = PROJECT_FACTS[fact].answers;
  const meaning = answers[String(answer)];
  return meaning === undefined ? null : { answer: String(answer), meaning, assumed: known === null };
}

/** Facts that follow from others; null = they do not settle it. */
const DERIVED: Partial<Record<FactName, (project: ProjectProfile) => string | boolean | null>> = {
  funding: ({ projectType }) => {
    if (projectType === 'RENEWAL') return null;
    return projectType.startsWith('GOV_') ? 'government' : 'enterprise';
  },

  land: ({ existingLand, landMode }) => {
    if (existingLand !== 'none') return existingLand === 'verified' ? 'existing' : null;
    if (landMode.includes('出让')) return 'granted';
    return landMode.includes('划拨') ? 'allocated' : null;
  },

  design_scheme: (project) => {
    const withLand = project.facts['plan_with_land'] === true || project.landMode.includes('带方案');
    if (withLand || project.projectType === 'SOC_PLANLAND') return 'with_land';
    if (project.projectType !== 'RENEWAL') return 'reviewed';
    const land = find(project, 'land')?.answer ?? null;
    if (land === null) return null;
    return land === 'existing' ? 'renewal' : 'reviewed';
  },

  // Below both 1000 吨标准煤 and 500 万千瓦时 a year there is no review of its own (items.csv P01).
  energy_review: ({ facts }) => reaches([facts['annual_energy_tce'], 1000], [facts['annual_power_10k_kwh'], 500]),

  // 水利部令53号: 5 公顷 or 50000 立方米 a report, 0.5 公顷 or 1000 立方米 a form (items.csv P05).
  soil_water: ({ facts }) => {
    const [area, earth] = [facts['site_area_ha'], facts['earthwork_m3']];
    if (reaches([area, 5], [earth, 50_000])) return 'report_book';
    const form = reaches([area, 0.5], [earth, 1000]);
    if (form === null) return null;
    return form ? 'report_form' : 'exempt';
  },

  discharge_permit: ({ industry }) => (industry === '' || DISCHARGE_LISTED.test(industry) ? null : 'registration'),
};

/** True when one measure reaches its limit, false when all are known to stay below, otherwise null. */
function reaches(...measures: (readonly [value: Facts[string] | undefined, limit: number])[]): boolean | null {
  if (measures.some(([value, limit]) => typeof value === 'number' && value >= limit)) return true;
  return measures.every(([value]) => typeof value === 'number') ? false : null;
}

/** GB/T 4754 classes of 固定污染源排污许可分类管理名录(2019年版); the others only register online, and so does 1432 速冻食品 as SP022 has it (待核). */
const DISCHARGE_LISTED = /^(A03|B|C(?!1432)|D(441[127]|443|45|46)|F52|G5[59]|N7[78]|O8[01]|Q84)/;
