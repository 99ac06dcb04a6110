import type { PlainDay } from '#libs/calendar/plain-day.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { decisionBlockers, documentName, type OwnItem } from '../filings/prerequisites.js';
import type { Link } from './chain.js';

/** The part of the conditions that has passed review: 必要办理条件 or 关键技术环节 (R51). */
export interface ReviewedPart {
  kind: 'necessary_condition' | 'technical_step';
  name: string;
  passedOn: PlainDay;
  /** Department or body that passed it. */
  by: string;
  evidence: string;
}

/** What was missing at the pre-approval and must be there for the formal document (R51, R54). */
export interface MissingCondition {
  /** As 国有建设用地使用权出让合同. */
  name: string;
  /** What has yet to be done with it, as F09 puts it. */
  act: '签订' | '取得' | '缴纳' | '提交';
  /** The item of the own set that yields it, if one does. */
  item: string | null;
  /** At the later formal handling; null = nobody has said so yet. */
  controllable: boolean | null;
  /** Who sees to it that it is met. */
  owner: string;
  /** What will show that it is met. */
  evidence: string;
  metOn: PlainDay | null;
}

/** The wording of a missing condition that is an item's own document: 出让合同 is signed, anything else obtained. */
export function wordingFrom(
  item: Pick<ItemRow, 'code' | 'outputDoc'>,
): Pick<MissingCondition, 'name' | 'act' | 'item'> {
  const name = documentName(item);
  return { name, act: name.endsWith('合同') ? '签订' : '取得', item: item.code };
}

/** The stamp on a document issued before the land is granted (A09); null where no land is missing (R53). */
export const effectStamp = (missing: readonly MissingCondition[]): string | null =>
  missing.some(({ item, metOn }) => item === 'A09' && metOn === null) ? '以竞得土地并签订出让合同为生效条件' : null;

export interface PreApprovalApplication {
  item: Pick<ItemRow, 'code' | 'preApproval' | 'prereq'>;
  works: string | null;
  reviewed: readonly ReviewedPart[];
  missing: readonly MissingCondition[];
}

export type Eligibility =
  /** `restsOn`: items whose pre-approval documents serve as its material. */
  | { eligible: true; restsOn: string[] }
  | { refused: 'not_offered' | 'nothing_reviewed' | 'nothing_missing' }
  /** Names of conditions. */
  | { refused: 'condition_not_controllable'; conditions: string[] }
  /** Codes of items. */
  | { refused: 'technical_step_open' | 'upstream_open' | 'condition_unlisted'; items: string[] };

/** 方案审查 and 图审: their results show that the 关键技术环节 has passed; they are no approvals themselves (R51). */
const TECHNICAL_STEPS = ['B01', 'C01'];

/** Items for which a department may issue a pre-approval document (R51, R60). */
export const offersPreApproval = ({ preApproval }: Pick<ItemRow, 'preApproval'>): boolean => preApproval;

/** Those offered unless the configuration adds more: the members of the chain A10, B02, B03, C04 (R51). */
export const offeredByDefault = (items: readonly ItemRow[], links: readonly Link[]): string[] =>
  items
    .filter(({ code }) => links.some(({ from, to }) => from === code || to === code))
    .filter(offersPreApproval)
    .map(({ code }) => code);

/**
 * Whether a pre-approval may be applied for and issued (R51): something essential has passed review, every missing
 * condition is controllable, and nothing is missing but what is listed or stands as a pre-approval in the chain (R56).
 */
export function eligibility(
  application: PreApprovalApplication,
  ownSet: readonly OwnItem[],
  links: readonly Link[],
): Eligibility {
  const { item, works, reviewed, missing } = application;
  if (!offersPreApproval(item)) return { refused: 'not_offered' };
  if (reviewed.length === 0) return { refused: 'nothing_reviewed' };
  const conditions = missing.filter(({ controllable }) => controllable !== true).map(({ name }) => name);
  if (conditions.length > 0) return { refused: 'condition_not_controllable', conditions };

  const upstream = links.filter(({ to }) => to === item.code).map(({ from }) => from);
  const { open, onlyPreApproved } = decisionBlockers(item, works, ownSet);
  const restsOn = onlyPreApproved.filter((code) => upstream.includes(code));
  const waiting = [
    ...open.map((group) => group.map(({ code }) => code)),
    ...onlyPreApproved.filter((code) => !upstream.includes(code)).map((code) => [code]),
  ];
  const gap = firstGap(waiting, upstream, missing);
  if (gap) return gap;
  return missing.length + restsOn.length > 0 ? { eligible: true, restsOn } : { refused: 'nothing_missing' };
}

/** The technical steps must have passed, the upstream documents be there; anything else may be missing if it is listed. */
function firstGap(
  waiting: readonly string[][],
  upstream: readonly string[],
  missing: readonly MissingCondition[],
): Extract<Eligibility, { items: string[] }> | null {
  const listed = missing.flatMap(({ item }) => item ?? []);
  const touching = (codes: readonly string[]) =>
    waiting.filter((group) => group.some((code) => codes.includes(code))).flat();
  const technical = touching(TECHNICAL_STEPS);
  if (technical.length > 0) return { refused: 'technical_step_open', items: technical };
  const above = touching(upstream);
  if (above.length > 0) return { refused: 'upstream_open', items: above };
  const unlisted = waiting.filter((group) => !group.some((code) => listed.includes(code))).flat();
  return unlisted.length > 0 ? { refused: 'condition_unlisted', items: unlisted } : null;
}
