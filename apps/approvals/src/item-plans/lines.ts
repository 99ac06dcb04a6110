import type { z } from 'zod';
import type { ItemPlanLine, MODES, NeedEvidence } from '#libs/contracts/approvals/item-plans.js';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import { PROJECT_FACTS } from '#libs/reference/project-facts.js';
import type { Facts, ItemRow, Level } from '#libs/reference/rows.js';
import type { Catalogue } from './bodies.js';
import { decideLevel } from './competence.js';
import type { LevelDecision, ManualLevel } from './competence.js';
import { itemNeeds } from './needs.js';
import type { ItemNeed, ProjectProfile } from './needs.js';
import { NO_BODY } from './ruling.js';

// From a project to the lines of its item plan. Pure: rules first (needs, competence), then what people ruled.

export type PlanMode = (typeof MODES)[number];

/** A line as it is stored: `servedBy` is how agents would take part were it entrusted. */
export type PlanLine = z.infer<typeof ItemPlanLine> & { servedBy: PlanMode };

/** What people decided about an item: in the joint review or by hand in the first institution. */
export interface ItemRuling {
  need?: {
    state: 'needed' | 'not_needed';
    source: 'review' | 'hand';
    reason: string;
    evidence: z.infer<typeof NeedEvidence> | null;
  };
  level?: ManualLevel;
  mode?: PlanMode;
  notifyAndCommit?: boolean;
}
export type Rulings = Record<string, ItemRuling>;

export interface PlanInput {
  project: ProjectSnapshot;
  /** Codes the unit entrusted; null = all (R8). */
  entrusted: readonly string[] | null;
  answers: Facts;
  rulings: Rulings;
  items: ReadonlyMap<string, ItemRow>;
  catalogue: Catalogue;
  /** Day of decision: competence rows in force on it are used. */
  onDay: string;
}

/** One line for every item of the project's type, and for any other that people ruled needed, in the order of their codes. */
export function planLines(input: PlanInput): PlanLine[] {
  const items = [...input.items.values()];
  const needs = new Map(itemNeeds(profileOf(input), items).map((need) => [need.code, ruled(need, input.rulings)]));
  const listed = items.flatMap((item) => {
    const need = needs.get(item.code) ?? byHand(item, input.rulings);
    return need ? [{ item, need }] : [];
  });
  const neededCodes = new Set(listed.filter(({ need }) => need.state === 'needed').map(({ item }) => item.code));
  const approvalLevel = projectApprovalLevel(input, neededCodes);
  return listed.map(({ item, need }) => lineOf(input, item, need, approvalLevel));
}

/** The same plan under another entrustment: levels stay as they were decided (R45). */
export const reentrusted = (lines: readonly PlanLine[], entrusted: readonly string[] | null): PlanLine[] =>
  lines.map((line) => ({ ...line, ...entrustment(line.itemCode, line.servedBy, entrusted) }));

/** Whether an item is on the unit's list, and how it is then handled: what is not entrusted is 由企业自办 (R8). */
function entrustment(itemCode: string, servedBy: PlanMode, entrusted: readonly string[] | null) {
  const isEntrusted = entrusted === null || entrusted.includes(itemCode);
  const isService = servedBy === '代办' || servedBy === '协助办理';
  const mode: PlanMode = isService && !isEntrusted ? '单位自办' : servedBy;
  return { entrusted: isEntrusted, mode };
}

const factsOf = ({ project, answers }: PlanInput): Facts => ({ ...project.facts, ...answers });

/** An existing land document counts once the first institution has answered `land=existing`. */
const profileOf = (input: PlanInput): ProjectProfile => ({
  projectType: input.project.projectType,
  scenario: input.project.scenario,
  industry: input.project.industry,
  landMode: input.project.landMode,
  existingLand: input.project.existingLandDocument ? 'unverified' : 'none',
  facts: factsOf(input),
});

interface Need extends Omit<ItemNeed, 'assumed'> {
  source: 'rule' | 'review' | 'hand';
  evidence: z.infer<typeof NeedEvidence> | null;
}

function ruled(need: ItemNeed, rulings: Rulings): Need {
  const ruling = rulings[need.code]?.need;
  if (!ruling) return { ...need, source: 'rule', evidence: null };
  return { ...need, ...ruling, unknown: [] };
}

/** An item of another project type that people ruled upon; null = nobody did. */
function byHand({ code, partOf }: ItemRow, rulings: Rulings): Need | null {
  const ruling = rulings[code]?.need;
  return ruling && partOf === null ? { code, unknown: [], ...ruling } : null;
}

/** The level of the body that does 立项: A03 for the government's projects, else A02 or A01 (R117). */
function projectApprovalLevel(input: PlanInput, needed: ReadonlySet<string>): Level | null {
  const code = ['A03', 'A02', 'A01'].find((each) => needed.has(each));
  const item = code && input.items.get(code);
  if (!item) return null;
  const { level } = decide(input, item, null);
  return level === 'none' || level === 'unknown' ? null : level;
}

const decide = (input: PlanInput, item: ItemRow, approvalLevel: Level | null): LevelDecision =>
  decideLevel({
    item,
    unitIds: input.project.regionIds,
    facts: factsOf(input),
    projectApprovalLevel: approvalLevel,
    grantedLand: isGranted(input),
    manual: input.rulings[item.code]?.level ?? null,
    onDay: input.onDay,
    catalogue: input.catalogue,
  });

function isGranted(input: PlanInput): boolean {
  const { land } = factsOf(input);
  return land === undefined ? input.project.landMode.includes('出让') : land === 'granted';
}

function lineOf(input: PlanInput, item: ItemRow, need: Need, approvalLevel: Level | null): PlanLine {
  const ruling = input.rulings[item.code];
  const decision = need.state === 'not_needed' ? NOT_DECIDED : decide(input, item, approvalLevel);
  const usual = need.state === 'not_needed' ? '不办理' : (decision.mode ?? '待确认');
  const servedBy = need.state === 'not_needed' ? usual : (ruling?.mode ?? usual);
  return {
    itemCode: item.code,
    name: item.nameZh,
    stage: item.stage,
    helperStage: item.helperStage,
    kind: item.kind,
    need: need.state,
    needReason: need.reason,
    needSource: need.source,
    evidence: need.evidence,
    ...entrustment(item.code, servedBy, input.entrusted),
    servedBy,
    itemClass: decision.itemClass,
    level: decision.level,
    levelStep: decision.step,
    levelReason: decision.reason,
    contactLevel: decision.contactLevel,
    legalBody: decision.legalBody,
    handlingBody: decision.handlingBody,
    consultedBody: decision.consultedBody,
    counted: decision.counted && need.state === 'needed',
    preApproval: item.preApproval,
    notifyAndCommit: ruling?.notifyAndCommit ?? false,
    questions: [...need.unknown.map((fact) => PROJECT_FACTS[fact].question), ...decision.questions],
  };
}

/** What is said of the level of an item that is not needed. */
const NOT_DECIDED = {
  ...NO_BODY,
  level: 'none',
  step: '',
  reason: '',
  contactLevel: null,
  itemClass: null,
  mode: null,
  counted: false,
  questions: [],
} as const;
