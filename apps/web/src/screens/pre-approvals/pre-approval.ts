import type { Output } from '#libs/contracts/define.js';
import type { getPreApproval } from '#libs/contracts/approvals.js';

export type PreApproval = Output<typeof getPreApproval>;
