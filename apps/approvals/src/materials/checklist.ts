import type { PlainDay, WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { MaterialRow } from '#libs/reference/rows.js';
import { isSettled, nodesOf, type OwnItem } from '../filings/prerequisites.js';
import type { Use } from '../pre-approvals/chain.js';

/** Where a material comes from in this project. Only `ask_unit` is ever asked of the unit, and once (R40, R137). */
export type Origin =
  /** The output of these items; `available` when each has one, formal or, in the item's own pre-approval, pre-approved. */
  | { kind: 'from_item'; items: string[]; available: boolean }
  /** 系统共享/电子证照 */
  | { kind: 'shared' }
  /** Prefilled from the project, signed by the unit (R137). */
  | { kind: 'form' }
  /** `sameAs`: the materials of the project's other items that this one paper serves too. */
  | { kind: 'ask_unit'; sameAs: string[]; supplied: boolean }
  /** The situation 情形 has not been asked yet; unknown is never read as no. */
  | { kind: 'ask_situation'; situation: string }
  | { kind: 'not_applicable' };

export interface ChecklistEntry {
  code: string;
  name: string;
  /** 核心要件 */
  core: boolean;
  /** Working days after acceptance by which it may follow against a promise 容缺; null = not deferrable (R72). */
  deferralWorkdays: number | null;
  origin: Origin;
}

export interface ChecklistProject {
  materials: readonly MaterialRow[];
  ownSet: readonly OwnItem[];
  /** Situations answered yes or no; one that is absent was not asked. */
  situations: ReadonlyMap<string, boolean>;
  /** Codes of the materials the unit has handed in. */
  supplied: ReadonlySet<string>;
}
