import type { Output } from '#libs/contracts/define.js';
import type { getApproval, listApprovals } from '#libs/contracts/approvals.js';

export type Filing = Output<typeof getApproval>;
export type FilingRow = Output<typeof listApprovals>['items'][number];
