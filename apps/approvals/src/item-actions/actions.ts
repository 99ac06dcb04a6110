import { submitApproval } from '#libs/contracts/approvals/filings.js';
import { recordMilestone } from '#libs/contracts/approvals/milestones.js';
import { applyForPreApproval } from '#libs/contracts/approvals/pre-approvals.js';
import {
  backFillApproval,
  recordCompletion,
  recordExternalDecision,
  requestPreReview,
} from '#libs/contracts/approvals/records.js';
import type { Operation } from '#libs/contracts/define.js';
import { may } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import type { CasePicture } from '../blockers/case-picture.js';
import { hasAuthority } from '../filings/guards.js';
import { isAuthority } from '../filings/parties.js';
import type { IsMandated } from '../filings/parties.js';
import { isPerWorks } from '../filings/prerequisites.js';
import type { PlanLine } from '../item-plans/lines.js';
import { offersPreApproval } from '../pre-approvals/eligibility.js';

/** One item with all that decides what may be begun with it. */
export interface ItemPicture {
  context: QueryContext;
  picture: CasePicture;
  line: PlanLine;
  item: ItemRow;
  isMandated: IsMandated;
  reached: ReadonlyMap<string, string>;
}

type When = (of: ItemPicture) => boolean;

const ENDED = ['cancelled', 'not_accepted', 'withdrawn', 'revoked'];

/** The filing that is under way or stands decided. */
const live = ({ picture, line }: ItemPicture) =>
  picture.filings.find(
    ({ itemCode, state, result }) => itemCode === line.itemCode && !ENDED.includes(state) && result !== 'refused',
  );

/** Of what is handled per works another may always be filed. */
const free: When = (of) => isPerWorks(of.line.itemCode) || !live(of) || live(of)?.state === 'draft';
const applied: When = ({ line, item }) => hasAuthority({ plan: line, item }) && line.handlingBody !== null;
const isMilestone: When = ({ item }) => item.kind === '里程碑';
const isThere: When = ({ item }) => item.kind === '既有材料';

/** As `mustBeActive`: what is entrusted starts with the agreement, what is not is none of an agent's business (R8, R44). */
const started: When = ({ context, picture, line }) =>
  line.entrusted ? picture.copy.state === 'active' : context.principal.kind !== 'agent';

const byApplicant: When = ({ context, picture, line, isMandated }) =>
  context.principal.kind === 'unit'
    ? context.principal.unitId === picture.copy.project.unitId
    : isMandated({ caseId: picture.copy.id, itemCode: line.itemCode });

const byParty: When = ({ context, line }) => {
  switch (context.principal.kind) {
    case 'unit':
      return true;
    case 'agent':
      return line.entrusted;
    case 'department':
    case 'system':
      return isAuthority(context, line);
    case 'administrator':
    case 'platform':
      return false;
  }
};

const preApprovable: When = (of) =>
  offersPreApproval(of.item) &&
  (isPerWorks(of.line.itemCode) ||
    (live(of)?.state !== 'decided' && !of.picture.preApprovals.some(({ itemCode }) => itemCode === of.line.itemCode)));

const undecided: When = (of) => isPerWorks(of.line.itemCode) || (live(of)?.state !== 'decided' && !live(of)?.claim);

const all =
  (...conditions: When[]): When =>
  (of) =>
    conditions.every((condition) => condition(of));

const ACTIONS: [Operation, When][] = [
  [submitApproval, all(applied, started, byApplicant, free)],
  [applyForPreApproval, all(preApprovable, started, byApplicant)],
  [requestPreReview, all(applied, undecided)],
  [recordExternalDecision, all(applied, started, undecided)],
  [backFillApproval, all(applied, free)],
  [recordCompletion, all((of) => !applied(of) && !isMilestone(of) && !isThere(of), byParty, free)],
  [recordMilestone, all(isMilestone, ({ line, reached }) => !reached.has(line.itemCode))],
];

/** Names of the operations that may begin something with the item now. */
export const actionsOf = (of: ItemPicture): string[] =>
  ACTIONS.filter(([{ permission }, when]) => may(of.context.principal, permission) && when(of)).map(
    ([{ name }]) => name,
  );
