import type { ItemRow } from '#libs/reference/rows.js';
import type { Position } from './filing.machine.js';

// Prerequisites block the decision of an item, never its acceptance, and are read on the project's own set (R8).

/** How far an item of the own set has come; only the first two release a successor (R130, R132). */
export type Standing = 'decided' | 'back_filled' | 'to_be_verified' | 'pre_approved' | 'open';

/** An item the project needs, entrusted or the unit's own 由企业自办 (R8); `works` (gcdm) is null unless it is per works (R131). */
export interface OwnItem {
  code: string;
  works: string | null;
  standing: Standing;
  entrusted: boolean;
}

/** Proof without which nothing may be decided, even where no item of its group is in the own set: land, and 立项. */
export type Evidence = 'land' | 'project';

export interface Blockers {
  /** One entry for each group that is not met: what could meet it. */
  open: OwnItem[][];
  /** Codes that so far have only a pre-approval document, which is no formal decision (R53, R56, F08). */
  onlyPreApproved: string[];
  evidenceMissing: Evidence[];
}

/** Only these exist once for each works; all others have one approval for the project (R131). */
export const isPerWorks = (code: string): boolean => /^(B02|C01|C04|D0[1-9])$/.test(code);

export const isSettled = ({ standing }: OwnItem): boolean => standing === 'decided' || standing === 'back_filled';

/** Where an approval leaves its item; `preApproved`: a pre-approval document is in force. */
export function standingOf({ state, result, claim }: Omit<Position, 'ground'>, preApproved: boolean): Standing {
  if (state === 'decided' && result !== 'refused') return 'decided';
  if (claim !== null) return 'to_be_verified';
  return preApproved ? 'pre_approved' : 'open';
}

const PROJECT_APPROVALS = ['A01', 'A02', 'A03', 'A04'];

/** The nodes of an item that matter to `works`: its own and the project's; all of them to an item of the whole project. */
export function nodesOf(ownSet: readonly OwnItem[], code: string, works: string | null): OwnItem[] {
  const nodes = ownSet.filter((node) => node.code === code);
  const [first] = nodes;
  if (!first || works === null) return nodes;
  const mine = nodes.filter((node) => node.works === null || node.works === works);
  return mine.length > 0 ? mine : [{ ...first, works, standing: 'open' }];
}

/** The groups that are not met, each with what could meet it; a group without a member in the own set asks nothing. */
const waitingGroups = (prereq: ItemRow['prereq'], works: string | null, ownSet: readonly OwnItem[]): OwnItem[][] =>
  prereq
    .map((group) => group.map((code) => nodesOf(ownSet, code, works)).filter((nodes) => nodes.length > 0))
    .filter((members) => members.length > 0 && !members.some((nodes) => nodes.every(isSettled)))
    .map((members) => members.flat().filter((node) => !isSettled(node)));

/** Every group that a grant asks of the own set, met or not, each with what meets or could meet it. */
export const prerequisitesOf = (
  { prereq }: Pick<ItemRow, 'prereq'>,
  works: string | null,
  ownSet: readonly OwnItem[],
): OwnItem[][] =>
  prereq.map((group) => group.flatMap((code) => nodesOf(ownSet, code, works))).filter((members) => members.length > 0);

const isPreApproved = ({ standing }: OwnItem): boolean => standing === 'pre_approved';

/** What still blocks the decision of an item; `works` says of which works, null of an item that is not per works. */
export function decisionBlockers(
  { prereq }: Pick<ItemRow, 'prereq'>,
  works: string | null,
  ownSet: readonly OwnItem[],
): Blockers {
  const waiting = waitingGroups(prereq, works, ownSet);
  const preApproved = waiting.flat().filter(isPreApproved);
  return {
    open: waiting.filter((group) => !group.some(isPreApproved)),
    onlyPreApproved: [...new Set(preApproved.map(({ code }) => code))],
    evidenceMissing: missingEvidence(prereq, ownSet),
  };
}

function missingEvidence(prereq: ItemRow['prereq'], ownSet: readonly OwnItem[]): Evidence[] {
  const absent = (codes: readonly string[]) => !ownSet.some(({ code }) => codes.includes(code));
  const land = prereq.some((group) => group.includes('X0') && absent(group));
  const project = prereq.some((group) => group.every((code) => PROJECT_APPROVALS.includes(code)));
  return [...(land ? ['land' as const] : []), ...(project && absent(PROJECT_APPROVALS) ? ['project' as const] : [])];
}

export type DecisionRefusal = 'evidence_missing' | 'only_pre_approved' | 'prerequisites_open';

/** Why an item may not be granted yet; null = it may. A pre-approval is named first: it has its own way out, conversion (F08). */
export function decisionRefusal({ open, onlyPreApproved, evidenceMissing }: Blockers): DecisionRefusal | null {
  if (onlyPreApproved.length > 0) return 'only_pre_approved';
  if (evidenceMissing.length > 0) return 'evidence_missing';
  return open.length > 0 ? 'prerequisites_open' : null;
}

/** Duties before the start of works that are not done: G01 warns of them by name and refuses nothing (R139). */
export const openStartDuties = (g01: Pick<ItemRow, 'prereq'>, ownSet: readonly OwnItem[]): OwnItem[] =>
  waitingGroups(g01.prereq, null, ownSet).flat();

/** The document an item yields, as messages name it: 建设用地规划许可证(含用地批准书) → 建设用地规划许可证, C04's → 施工许可证 (F08, F09). */
export const documentName = ({ outputDoc }: Pick<ItemRow, 'outputDoc'>): string =>
  outputDoc.replace(/\(.*\)$/, '').replace(/^建筑工程(?=施工许可证$)/, '');
