import type { CompetenceRow, Facts, ItemRow, Level } from '#libs/reference/rows.js';
import { alone, bodyInUnit, cityBody, levelOfBody, provinceBody, region } from './bodies.js';
import type { Catalogue, Placed } from './bodies.js';
import { evaluate } from './condition.js';
import { classOf, modeOf, reasonApart } from './item-class.js';
import type { ItemClass, Mode } from './item-class.js';
import { ask, askFacts, decided, describe, LEVEL_ZH, NO_BODY } from './ruling.js';
import type { Ruling } from './ruling.js';

// Section J of the rules: who decides an item of a project, and why. Pure: the same input gives the same answer (R113).

/** A level the first institution has set by hand where the rules left it open (R120); `body` if it named one. */
export interface ManualLevel {
  level: Level;
  body: string | null;
  reason: string;
}

export interface LevelInput {
  item: ItemRow;
  /** Counties and zones the project lies in; at least one. */
  unitIds: readonly string[];
  facts: Facts;
  /** Level of the body that did 立项 (A01, A02 or A03); null = not yet known. */
  projectApprovalLevel: Level | null;
  /** The land is granted (出让), not allocated or existing: then A14 is the government's own application. */
  grantedLand: boolean;
  manual: ManualLevel | null;
  /** Day of decision, `2026-11-23`: only rows in force on it are used. */
  onDay: string;
  catalogue: Catalogue;
}

export interface LevelDecision extends Ruling {
  /** Level whose chief contact is asked: the decided one, or for 市政公用 that of its body (R114). */
  contactLevel: Level | null;
  /** The four classes of R7; null = none of them, or not known before the level is. */
  itemClass: ItemClass | null;
  /** How agents take part; null while the level is unknown. */
  mode: Mode | null;
  /** Counts for the main level once it is needed and entrusted (R33, R122). */
  counted: boolean;
}

/** R117: decided where 立项 was decided. */
const WITH_PROJECT_APPROVAL: ReadonlySet<string> = new Set(['A04', 'A07', 'B04', 'P01', 'P05']);
/** R119: decided in the name of the city's 生态环境局 everywhere. */
const ECOLOGY: ReadonlySet<string> = new Set(['P02', 'P03', 'P10']);

/**
 * Decides the level of one needed item: first match of R114, R115, R116, R117, R119, R118, R120.
 *
 * A fact not recorded is never read as false. It matters exactly where a competence row that could decide the item
 * names it: P01 without `annual_energy_tce` is 权限待确认, and so is A03 without `funding`. It does not matter where
 * another term of the condition already fails, or where a row that holds gives the same answer. The 17 county and
 * 2 city of R123 therefore need a recorded energy below the threshold of P01; without it P01 is asked.
 *
 * A level always has a body of its own: a branch acts in the city's name and a zone decides only what a delegation
 * row gives it, so there the answer is the city's. Throws when the catalogue lacks a body or region that it names.
 */
export function decideLevel(input: LevelInput): LevelDecision {
  const { item, unitIds } = input;
  if (unitIds.length === 0) throw new Error('A project lies in at least one county or zone');
  const apart = reasonApart(item);
  const found = apart && (item.decider === null || item.level.length === 0) ? unlevelled(item) : rule(input);
  const ruling: Ruling = apart ? { ...found, level: 'none', step: 'R114', reason: apart } : settle(input, found);
  const itemClass = classOf(item, ruling.level);
  const mode = modeOf(item, ruling.level, input.grantedLand);
  return {
    ...ruling,
    contactLevel: asLevel(item.kind === '市政公用服务' ? found.level : ruling.level),
    itemClass,
    mode,
    counted: itemClass === 1 && mode === '代办' && item.partOf === null,
  };
}

/** Z*, milestones, X0, P04 and D10: nothing to decide, at most a body to name. */
const unlevelled = ({ decider }: ItemRow): Ruling => ({
  ...(decider ? alone(decider) : NO_BODY),
  level: 'none',
  step: 'R114',
  reason: '',
  competenceRow: null,
  questions: [],
});

const rule = (input: LevelInput): Ruling =>
  byCompetence(input) ?? acrossUnits(input) ?? withProjectApproval(input) ?? ecology(input) ?? byPlace(input);

/** R120: what is open is asked, and what lies outside the item's level set without a delegation; a hand may set it. */
function settle(input: LevelInput, ruling: Ruling): Ruling {
  const { item, manual } = input;
  const level = asLevel(ruling.level);
  const outside = level && !item.level.includes(level) && ruling.competenceRow?.ruleKind !== 'delegation';
  const settled = outside ? ask(item, `按规则得出${LEVEL_ZH[level]},但事项目录中本事项没有这一层级。`) : ruling;
  return settled.level === 'unknown' && manual ? byHand(input, manual) : settled;
}

/** R115: rows in force for all units. A condition beats none, then named units beat `*`; equals must agree. */
function byCompetence(input: LevelInput): Ruling | null {
  const candidates = input.catalogue.competence
    .filter((row) => row.ruleKind !== 'branch' && covers(row, input))
    .map((row) => ({ row, rank: rankOf(row), ...evaluate(row.condition, input.facts) }))
    .filter(({ holds }) => holds !== false);
  const best = Math.max(...candidates.filter(({ holds }) => holds).map(({ rank }) => rank));
  const rivals = candidates.filter(({ rank }) => rank >= best);
  if (rivals.length === 0) return null;
  const certain = rivals.find(({ holds }) => holds)?.row;
  if (certain && rivals.every(({ row }) => sameAnswer(row, certain))) return byRow(input, certain);
  const missing = new Set(rivals.flatMap((rival) => rival.missing));
  return missing.size > 0 ? askFacts([...missing]) : ask(input.item, '同等适用的权限条目结论不一致。');
}

function covers(row: CompetenceRow, { item, unitIds, onDay }: LevelInput): boolean {
  const inForce = row.validFrom <= onDay && (row.validTo === null || onDay <= row.validTo);
  const named = row.unitIds.includes('*') || unitIds.every((id) => row.unitIds.includes(id));
  return row.itemCode === item.code && inForce && named;
}

const rankOf = ({ condition, unitIds }: CompetenceRow) => (condition === '' ? 0 : 2) + (unitIds.includes('*') ? 0 : 1);

const sameAnswer = (a: CompetenceRow, b: CompetenceRow) =>
  a.level === b.level && a.legalBody === b.legalBody && a.handlingBody === b.handlingBody;

/**
 * `*-JTJ` is the body of that function in the project's county. Under a delegation the level is that of the body that
 * handles; the legal body may stay above (R115).
 */
function byRow(input: LevelInput, row: CompetenceRow): Ruling {
  const { catalogue, item } = input;
  const bodies = row.legalBody.startsWith('*-')
    ? bodyInCounty(input, row.legalBody.replace('*', 'WF'))
    : { ...alone(row.legalBody), handlingBody: row.handlingBody };
  const level = levelOfBody(catalogue, row.ruleKind === 'delegation' ? bodies.handlingBody : bodies.legalBody);
  if (row.ruleKind !== 'delegation' && level !== row.level) {
    return ask(item, `权限条目规定由${LEVEL_ZH[row.level]}办理,但${places(input)}没有相应的部门。`);
  }
  const reason = `按权限条目${describe(catalogue, bodies)}(依据:${row.basis})。`;
  return { ...decided(level, 'R115', bodies, reason), competenceRow: row };
}

/** R116: the lowest level whose area covers all units; a county covers one. */
function acrossUnits(input: LevelInput): Ruling | null {
  const { item, unitIds } = input;
  if (unitIds.length === 1) return null;
  const level = lowestOf(item, ['city', 'province']);
  if (!level) return ask(item, `项目跨${places(input)},事项目录中没有能覆盖全部区域的层级。`);
  return decided(level, 'R116', usualBodies(input, level), `项目跨${places(input)},由${LEVEL_ZH[level]}统一办理。`);
}

/** R117: only where the place has a body of its own at that level; else R118. */
function withProjectApproval(input: LevelInput): Ruling | null {
  const { item, facts, projectApprovalLevel: level } = input;
  if (item.code === 'A03') {
    const { holds, missing } = evaluate('funding=city', facts);
    if (holds === null) return askFacts(missing);
    return holds ? decided('city', 'R117', usualBodies(input, 'city'), '属于市级投资项目,由市级审批。') : null;
  }
  if (!level || !WITH_PROJECT_APPROVAL.has(item.code) || !item.level.includes(level)) return null;
  const bodies = usualBodies(input, level);
  return bodies.level === level ? decided(level, 'R117', bodies, `审批权限随立项:立项在${LEVEL_ZH[level]}。`) : null;
}

/** R119. */
function ecology(input: LevelInput): Ruling | null {
  if (!ECOLOGY.has(input.item.code)) return null;
  const usual = usualBodies(input, 'city');
  const bodies = { ...usual, handlingBody: branchRow(input)?.handlingBody ?? usual.handlingBody };
  return decided('city', 'R119', bodies, `生态环境审批以市局名义作出,${describe(input.catalogue, bodies)}。`);
}

/** R118: the branch row of the unit, else the lowest level of the item's set, never the first listed or the highest. */
function byPlace(input: LevelInput): Ruling {
  const { item, catalogue, projectApprovalLevel } = input;
  const branch = branchRow(input);
  const lowest = lowestOf(item, ['county', 'city', 'province']);
  if (!lowest) return ask(item, '事项目录中本事项没有权限层级。');
  const placed = branch
    ? { ...alone(branch.legalBody), handlingBody: branch.handlingBody, level: branch.level }
    : usualBodies(input, lowest);
  const provisional = WITH_PROJECT_APPROVAL.has(item.code) && !projectApprovalLevel ? '立项层级尚未确定,暂' : '';
  const reason = `${provisional}按项目所在地(${places(input)}),${describe(catalogue, placed)}。`;
  return { ...decided(placed.level, 'R118', placed, reason), competenceRow: branch ?? null };
}

const lowestOf = (item: ItemRow, lowestFirst: readonly Level[]) =>
  lowestFirst.find((level) => item.level.includes(level));

const asLevel = (level: Ruling['level']): Level | null => (level === 'none' || level === 'unknown' ? null : level);

const branchRow = (input: LevelInput) =>
  input.catalogue.competence.find((row) => row.ruleKind === 'branch' && covers(row, input));

/** The bodies of a level by function and region; their own level differs where the place has none of its own (R113). */
function usualBodies(input: LevelInput, level: Level): Placed {
  const { catalogue, item } = input;
  switch (level) {
    case 'province':
      return { level, ...alone(provinceBody(catalogue, item)) };
    case 'city':
      return { level, ...alone(cityBody(catalogue, item)) };
    case 'county':
      return bodyInCounty(input, cityBody(catalogue, item));
  }
}

/** Several counties have no body in common but the city's. */
function bodyInCounty({ catalogue, unitIds: [unit, ...others] }: LevelInput, city: string): Placed {
  return unit === undefined || others.length > 0
    ? { level: 'city', ...alone(city) }
    : bodyInUnit(catalogue, city, unit);
}

/** The body the person named, else the usual one where there is one. */
function byHand(input: LevelInput, { level, body, reason }: ManualLevel): Ruling {
  const usual = level !== 'province' || input.item.level.includes(level) ? usualBodies(input, level) : null;
  const bodies = body ? alone(body) : usual?.level === level ? usual : NO_BODY;
  return decided(level, 'manual', bodies, `人工确定为${LEVEL_ZH[level]}:${reason}`);
}

const places = ({ catalogue, unitIds }: LevelInput) => unitIds.map((id) => region(catalogue, id).nameZh).join('、');
