import { z } from 'zod';
import { command } from '../define.js';
import type { ErrorCode } from '../errors.js';
import { Id, PlainDate, Text } from '../values.js';
import { Approval } from './filings.js';

// What the handling or legal body does with a filing, itself or through its integrated system; never an agent.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
const ofFiling = { id: Id };
const reason = Text(500);
const byAuthority = [
  'approval_not_found',
  'agents_cannot_decide',
  'not_your_department',
  'filing_state',
  'record_unverified',
] as const satisfies ErrorCode[];

export const acceptApproval = command('approvals.accept-approval', {
  http: ['POST', '/approvals/:id/acceptance'],
  key: 'id',
  permission: 'approval:review',
  title: ['受理', 'Accept'],
  input: z.object(ofFiling),
  output: Approval,
  errors: [...byAuthority, 'core_materials_missing', 'deferral_promise_missing'],
  example: { id: EXAMPLE_ID },
});

/** 不受理, or 不予受理 where another body is competent: a written decision with its reason (行政许可法32, 38). */
export const refuseAcceptance = command('approvals.refuse-acceptance', {
  http: ['POST', '/approvals/:id/non-acceptance'],
  key: 'id',
  permission: 'approval:review',
  title: ['不受理、不予受理', 'Refuse acceptance'],
  input: z.object({ ...ofFiling, ground: z.enum(['不受理', '不予受理']), reason }),
  output: Approval,
  errors: [...byAuthority],
  example: { id: EXAMPLE_ID, ground: '不予受理', reason: '不属于本机关职权范围,请向市自然资源和规划局申请。' },
});

/** 补正: everything that is missing, told once (行政许可法32(4)). */
export const requestCorrection = command('approvals.request-correction', {
  http: ['POST', '/approvals/:id/correction'],
  key: 'id',
  permission: 'approval:review',
  title: ['一次性告知补正', 'Ask for corrections, all at once'],
  input: z.object({ ...ofFiling, materialCodes: z.array(Text(20)).min(1).max(60), dueOn: PlainDate, opinion: reason }),
  output: Approval,
  errors: [...byAuthority, 'material_unknown', 'due_in_the_past'],
  example: { id: EXAMPLE_ID, materialCodes: ['B02-M07'], dueOn: '2026-12-04', opinion: '配套费凭证不清晰' },
});

/** 特别程序: stops the promised clock, and the statutory one only for a cause of 行政许可法45 or a special law (R75). */
export const beginSpecialProcedure = command('approvals.begin-special-procedure', {
  http: ['POST', '/approvals/:id/special-procedures'],
  key: 'id',
  permission: 'approval:review',
  title: ['启动特别程序', 'Begin a special procedure'],
  input: z.object({ ...ofFiling, cause: Text(60), noticeWorkdays: z.int().min(1).max(250), approver: Text(40) }),
  output: Approval,
  errors: [...byAuthority, 'cause_not_listed'],
  example: { id: EXAMPLE_ID, cause: '听证', noticeWorkdays: 5, approver: '李建国' },
});

export const endSpecialProcedure = command('approvals.end-special-procedure', {
  http: ['POST', '/approvals/:id/special-procedures/end'],
  key: 'id',
  permission: 'approval:review',
  title: ['结束特别程序', 'End the special procedure'],
  input: z.object(ofFiling),
  output: Approval,
  errors: [...byAuthority],
  example: { id: EXAMPLE_ID },
});

/** 延长: adds days to the statutory limit once, within 行政许可法42; it is no stop and leaves the promise as it was. */
export const extendApproval = command('approvals.extend-approval', {
  http: ['POST', '/approvals/:id/extensions'],
  key: 'id',
  permission: 'approval:review',
  title: ['延长办理期限', 'Extend the statutory limit'],
  input: z.object({ ...ofFiling, days: z.int().min(1).max(60), reason, approver: Text(40) }),
  output: Approval,
  errors: [...byAuthority, 'no_statutory_limit', 'extension_too_long', 'already_extended', 'limit_has_passed'],
  example: { id: EXAMPLE_ID, days: 10, reason: '案情复杂', approver: '李建国' },
});

/** Prerequisites of the project's own set block a grant, never the acceptance (R8). */
export const decideApproval = command('approvals.decide-approval', {
  http: ['POST', '/approvals/:id/decision'],
  key: 'id',
  permission: 'approval:review',
  title: ['作出决定', 'Decide'],
  input: z.object({
    ...ofFiling,
    result: z.enum(['granted', 'granted_with_deferral', 'refused']),
    decidedOn: PlainDate,
    /** Of the approval; may be left out only where it is refused. */
    documentNumber: Text(80).nullable().default(null),
    /** Of a refusal (行政许可法38). */
    reason: reason.nullable().default(null),
  }),
  output: Approval,
  errors: [
    ...byAuthority,
    'prerequisites_open',
    'only_pre_approved',
    'evidence_missing',
    'materials_incomplete',
    'deferral_overdue',
    'nothing_deferred',
    'decision_date_invalid',
    'document_number_required',
    'reason_required',
  ],
  example: { id: EXAMPLE_ID, result: 'granted', decidedOn: '2026-11-23', documentNumber: '地字第370783202600001号' },
});

/** 撤销 of a grant by the authority; pre-approvals that rest on it are held (R57). */
export const revokeApproval = command('approvals.revoke-approval', {
  http: ['POST', '/approvals/:id/revocation'],
  key: 'id',
  permission: 'approval:review',
  title: ['撤销决定', 'Revoke a grant'],
  input: z.object({ ...ofFiling, reason }),
  output: Approval,
  errors: [...byAuthority],
  example: { id: EXAMPLE_ID, reason: '申请材料不实' },
});
