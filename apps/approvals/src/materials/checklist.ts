import type { PlainDay, WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { MaterialRow } from '#libs/reference/rows.js';
import { isSettled, nodesOf, type OwnItem } from '../filings/prerequisites.js';
import type { Use } from '../pre-approvals/chain.js';

/** Where a material comes from in this project. Only `ask_unit` is asked of the unit, and once (R40). */
export type Origin =
  /** The output of these items; `available` when it is there, or in the item's own pre-approval its pre-approval (R56). */
  | { kind: 'from_item'; items: string[]; available: boolean }
  /** 系统共享/电子证照 */
  | { kind: 'shared' }
  /** Prefilled from the project, the unit only signs (R137). */
  | { kind: 'form'; signed: boolean }
  /** `sameAs`: the materials of other items of the project that the one paper serves too. */
  | { kind: 'ask_unit'; sameAs: string[]; supplied: boolean }
  /** The situation 情形 was not asked yet: unknown is never read as no. */
  | { kind: 'ask_situation'; situation: string }
  | { kind: 'not_applicable' };

/** What its absence holds up; `deferrable`: neither, against a promise 容缺承诺. An awaited decision holds up no acceptance (R8). */
export type Gap = 'blocks_acceptance' | 'deferrable' | 'blocks_decision';

export interface ChecklistEntry {
  code: string;
  name: string;
  importance: MaterialRow['importance'];
  /** Working days after acceptance by which it may follow; null = not deferrable (R72). */
  deferralWorkdays: number | null;
  origin: Origin;
  gap: Gap | null;
}

export interface ChecklistProject {
  materials: readonly MaterialRow[];
  ownSet: readonly OwnItem[];
  /** Situations answered yes or no; the others were not asked. */
  situations: ReadonlyMap<string, boolean>;
  /** Codes of materials the unit has handed in or signed, for the whole project or these works. */
  supplied: ReadonlySet<string>;
}

/** Whose materials: an item of `works`, with the sub-items that are handled inside it (D03–D05 in D06). */
export interface ChecklistFor {
  item: string;
  parts: readonly string[];
  works: string | null;
  use: Use;
}

/** The materials of an item in this project, each paper once. */
export function checklist(wanted: ChecklistFor, project: ChecklistProject): ChecklistEntry[] {
  const rows = [wanted.item, ...wanted.parts].flatMap((code) =>
    project.materials.filter(({ itemCode }) => itemCode === code),
  );
  return rows
    .filter((row, index) => rows.findIndex((other) => isSamePaper(other, row)) === index)
    .map((row) => {
      const origin = originOf(row, wanted, project);
      return {
        code: row.materialCode,
        name: row.nameZh,
        importance: row.importance,
        deferralWorkdays: row.deferrable ? row.deferralWorkdays : null,
        origin,
        gap: gapOf(row, origin),
      };
    });
}

/** Whether nothing is missing that may not be missing at acceptance (standards §8). */
export const isAcceptable = (entries: readonly ChecklistEntry[]): boolean =>
  entries.every(({ gap }) => gap !== 'blocks_acceptance');

/** Last day for a deferred material; on the day after it the item can no longer be decided (R72). */
export const deferralDue = (acceptedOn: PlainDay, workdays: number, calendar: WorkCalendar): PlainDay =>
  calendar.addWorkdays(acceptedOn, workdays);

/** The output of an item is one paper whatever it is called; a form is its item's own; anything else goes by its name. */
function paperOf({ form, source, sourceItems, materialCode, nameZh }: MaterialRow): string {
  if (form) return materialCode;
  const isOutput = sourceItems.length > 0 && source !== '中介/技术成果';
  return isOutput ? JSON.stringify(sourceItems) : nameZh;
}
const isSamePaper = (one: MaterialRow, other: MaterialRow): boolean => paperOf(one) === paperOf(other);

const isIn = (code: string, { ownSet }: ChecklistProject): boolean => ownSet.some((node) => node.code === code);

/** Of each group of source items those that the project has; empty groups left out. */
const sourcesIn = ({ sourceItems }: MaterialRow, project: ChecklistProject): string[][] =>
  sourceItems.map((group) => group.filter((code) => isIn(code, project))).filter((group) => group.length > 0);

/** Whether the condition of a material holds; a text is the situation to be asked first. */
function holds({ condition }: MaterialRow, project: ChecklistProject): boolean | string {
  const [kind, value = ''] = condition.split('=');
  switch (kind) {
    case '':
      return true;
    case 'item':
      return isIn(value, project);
    case 'situation':
      return project.situations.get(value) ?? value;
    default:
      throw new Error(`no such condition of a material: ${condition}`);
  }
}

/** Without a source in the project: as the material says, else by who brings it. */
const withoutSource = ({ source, ifSourceAbsent }: MaterialRow): 'shared' | 'not_applicable' | 'ask_unit' =>
  ifSourceAbsent ?? (source === '系统共享/电子证照' ? 'shared' : 'ask_unit');

const isAsked = (row: MaterialRow, project: ChecklistProject): boolean =>
  isIn(row.itemCode, project) &&
  !row.form &&
  holds(row, project) === true &&
  sourcesIn(row, project).length === 0 &&
  withoutSource(row) === 'ask_unit';

function originOf(row: MaterialRow, wanted: ChecklistFor, project: ChecklistProject): Origin {
  const applies = holds(row, project);
  if (applies === false) return { kind: 'not_applicable' };
  if (applies !== true) return { kind: 'ask_situation', situation: applies };
  if (row.form) return { kind: 'form', signed: project.supplied.has(row.materialCode) };
  const sources = sourcesIn(row, project);
  if (sources.length > 0) return fromItems(sources, row, wanted, project);
  const kind = withoutSource(row);
  if (kind !== 'ask_unit') return { kind };

  const sameAs = project.materials
    .filter((other) => other !== row && isSamePaper(other, row) && isAsked(other, project))
    .map(({ materialCode }) => materialCode);
  return { kind, sameAs, supplied: [row.materialCode, ...sameAs].some((code) => project.supplied.has(code)) };
}

/** A pre-approval document counts only in the item's own pre-approval, and only where the material allows it (R56). */
function fromItems(
  sources: readonly string[][],
  row: MaterialRow,
  { works, use }: ChecklistFor,
  { ownSet }: ChecklistProject,
): Origin {
  const mayBePreApproved = use === 'pre_approval' && row.preapprovalSubstitute;
  const isThere = (code: string) =>
    nodesOf(ownSet, code, works).every(
      (node) => isSettled(node) || (mayBePreApproved && node.standing === 'pre_approved'),
    );
  const present = (group: readonly string[]) => group.find(isThere);
  return {
    kind: 'from_item',
    items: sources.flatMap((group) => present(group) ?? group),
    available: sources.every((group) => present(group) !== undefined),
  };
}

function gapOf(row: MaterialRow, origin: Origin): Gap | null {
  const missing = row.deferrable ? 'deferrable' : 'blocks_acceptance';
  switch (origin.kind) {
    case 'shared':
    case 'not_applicable':
      return null;
    case 'form':
      return origin.signed ? null : missing;
    case 'ask_unit':
      return origin.supplied ? null : missing;
    case 'ask_situation':
      return missing;
    case 'from_item':
      if (origin.available) return null;
      return row.deferrable || row.source === '中介/技术成果' ? missing : 'blocks_decision';
  }
}
