import type { Output } from '#libs/contracts/define.js';
import type { listItemActions as contract } from '#libs/contracts/approvals.js';
import type { CaseDetail } from '../cases/case-page.js';

export type CaseItem = CaseDetail['items'][number];
export type Offered = Output<typeof contract>['items'][number];

/** What the dialogs of one item know of it. */
export interface ItemAct {
  of: CaseDetail;
  item: CaseItem;
  offered: Offered;
}
