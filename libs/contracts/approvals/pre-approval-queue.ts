import { z } from 'zod';
import { query } from '../define.js';
import { DepartmentCode, ItemCode, Paging, PlainDate, Several, Text, pageOf } from '../values.js';
import { LIGHTS } from './clock.js';
import { PRE_APPROVAL_STATES, PreApproval } from './pre-approvals.js';

/** A pre-approval as queues show it. */
export const PreApprovalInList = PreApproval.extend({
  caseNumber: z.string(),
  projectName: z.string(),
  departmentName: z.string(),
  /** Of the conversion, once all own conditions are met; null before and after. */
  dueOn: PlainDate.nullable(),
  light: z.enum(LIGHTS),
  lightText: z.string(),
}).meta({ id: 'PreApprovalInList' });

/** Of a department its own only; the longest waiting first. */
export const listPreApprovalQueue = query('approvals.list-pre-approval-queue', {
  http: ['GET', '/pre-approvals'],
  permission: 'approval:read',
  title: ['预审批队列', 'Pre-approvals of all cases one may see'],
  input: z.object({
    ...Paging,
    state: Several(z.enum(PRE_APPROVAL_STATES)).optional(),
    itemCode: ItemCode.optional(),
    departmentCode: DepartmentCode.optional(),
    /** In the numbers of pre-approval, document and case, and the names of item, project and unit. */
    q: Text(60).optional(),
  }),
  output: pageOf(PreApprovalInList),
  errors: [],
  example: { state: ['applied', 'issued'] },
});
