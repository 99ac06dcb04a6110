import { listAgents, listTransfers } from '../agents.js';
import { listApprovals } from '../approvals.js';
import { listCases, readLedger } from '../projects.js';

/** The lists that GET /exports/:list gives as a file, with the filters of the same query; its permission and scope hold. */
export const EXPORTED = {
  cases: listCases,
  approvals: listApprovals,
  transfers: listTransfers,
  agents: listAgents,
  ledger: readLedger,
} as const;
export type ExportName = keyof typeof EXPORTED;
export const EXPORT_NAMES = Object.keys(EXPORTED) as ExportName[];
