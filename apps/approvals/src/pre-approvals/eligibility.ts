import type { PlainDay } from '#libs/calendar/plain-day.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { decisionBlockers, isSettled, nodesOf, type OwnItem } from '../filings/prerequisites.js';
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

export interface PreApprovalApplication {
  item: Pick<ItemRow, 'code' | 'preApproval' | 'prereq'>;
  works: string | null;
  reviewed: readonly ReviewedPart[];
  missing: readonly MissingCondition[];
}

export type Eligibility =
  | { eligible: true }
  | { refused: 'not_offered' | 'nothing_reviewed' | 'nothing_missing' }
  /** Names of the conditions. */
  | { refused: 'condition_not_controllable'; conditions: string[] }
  /** Codes of the items. */
  | { refused: 'technical_step_open' | 'condition_unlisted'; items: string[] };

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
 * condition is controllable, and nothing else is missing than what is listed or stands as a pre-approval in the chain.
 */
export function eligibility(
  { item, works, reviewed, missing }: PreApprovalApplication,
  ownSet: readonly OwnItem[],
  links: readonly Link[],
): Eligibility {
  if (!offersPreApproval(item)) return { refused: 'not_offered' };
  const uncontrolled = missing.filter(({ controllable }) => controllable !== true).map(({ name }) => name);
  if (uncontrolled.length > 0) return { refused: 'condition_not_controllable', conditions: uncontrolled };
  const { open, onlyPreApproved } = decisionBlockers(item, works, ownSet);
  ...
}
