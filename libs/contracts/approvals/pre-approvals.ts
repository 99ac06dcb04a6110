import { z } from 'zod';
import { command, query } from '../define.js';
import type { ErrorCode } from '../errors.js';
import { DepartmentCode, Id, ItemCode, PlainDate, Text, Version } from '../values.js';
import { Works } from './filings.js';

// Pre-approvals 预审批 (R51–R60): issued while something controllable is missing, converted 换发 once it is there.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
export const PRE_APPROVAL_STATES = [
  'applied',
  'returned',
  'refused',
  'issued',
  'on_hold',
  'converted',
  'void',
  'lapsed',
] as const;

const ReviewedPart = z.object({
  kind: z.enum(['necessary_condition', 'technical_step']),
  name: Text(100),
  passedOn: PlainDate,
  by: Text(60),
  evidence: Text(200),
});

const EXAMPLE_REVIEWED = [
  {
    kind: 'necessary_condition',
    name: '规划条件',
    passedOn: '2026-11-16',
    by: '寿光市自然资源和规划局',
    evidence: '规划条件通知书',
  },
] as z.input<typeof ReviewedPart>[];

export const MissingCondition = z
  .object({
    id: Id,
    name: z.string(),
    act: z.enum(['签订', '取得', '缴纳', '提交']),
    itemCode: ItemCode.nullable(),
    controllable: z.boolean(),
    owner: z.string(),
    evidence: z.string(),
    metOn: PlainDate.nullable(),
    metBy: z.string().nullable(),
  })
  .meta({ id: 'MissingCondition' });

export const PreApproval = z
  .object({
    id: Id,
    version: Version,
    number: z.string(),
    caseId: Id,
    itemCode: ItemCode,
    itemName: z.string(),
    works: z.string().nullable(),
    legalBody: DepartmentCode,
    handlingBody: DepartmentCode,
    applicantName: z.string(),
    state: z.enum(PRE_APPROVAL_STATES),
    reviewed: z.array(ReviewedPart),
    missing: z.array(MissingCondition),
    /** Upstream pre-approvals whose documents served as material (R56). */
    restsOn: z.array(Id),
    appliedOn: PlainDate,
    documentNumber: z.string().nullable(),
    issuedOn: PlainDate.nullable(),
    validTo: PlainDate.nullable(),
    extended: z.boolean(),
    /** 以竞得土地并签订出让合同为生效条件, while the land is missing (R53). */
    stamp: z.string().nullable(),
    /** Of the project, against what it was issued for: converting is refused while this is not empty (R55). */
    changedContent: z.array(z.string()),
    /** Field by field in words; `issuedFor` is null before the document is issued. */
    content: z.array(z.object({ field: z.string(), issuedFor: z.string().nullable(), now: z.string() })),
    /** By when the formal document is due once all own conditions are met (R54). */
    conversionDueOn: PlainDate.nullable(),
    convertedOn: PlainDate.nullable(),
    approvalId: Id.nullable(),
    reason: z.string().nullable(),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'PreApproval' });

const reason = Text(500);
const ofOne = { id: Id };
/** What every act of the approval department may be refused with. */
export const byPreApprovalAuthority = [
  'pre_approval_not_found',
  'agents_cannot_issue',
  'agents_cannot_decide',
  'not_your_department',
  'pre_approval_state',
] as const satisfies ErrorCode[];
const ELIGIBILITY = [
  'pre_approval_not_offered',
  'nothing_reviewed',
  'nothing_missing',
  'condition_not_controllable',
  'technical_step_open',
  'upstream_not_pre_approved',
  'condition_unlisted',
] as const satisfies ErrorCode[];

/** The unit applies to the approval department; agents guide, or hand in within their mandate (R52). */
export const applyForPreApproval = command('approvals.apply-for-pre-approval', {
  http: ['POST', '/cases/:caseId/pre-approvals'],
  key: 'new',
  permission: 'approval:submit',
  title: ['申请预审批', 'Apply for a pre-approval'],
  input: z.object({
    caseId: Id,
    itemCode: ItemCode,
    works: Works,
    reviewed: z.array(ReviewedPart).max(20),
    /** A condition that is another item's document is named by `itemCode` alone. */
    missing: z
      .array(
        z.object({
          itemCode: ItemCode.nullable().default(null),
          name: Text(100).optional(),
          act: z.enum(['签订', '取得', '缴纳', '提交']).default('提交'),
          controllable: z.boolean(),
          owner: Text(60),
          evidence: Text(200),
        }),
      )
      .max(30),
  }),
  output: PreApproval,
  errors: [
    'case_not_found',
    'not_yet_known',
    'agreement_not_signed',
    'case_is_over',
    'mandate_not_in_force',
    'item_outside_plan',
    'item_not_entrusted',
    'works_required',
    'works_not_applicable',
    'pre_approval_exists',
    'condition_unnamed',
    ...ELIGIBILITY,
  ],
  example: {
    caseId: EXAMPLE_ID,
    itemCode: 'A10',
    reviewed: EXAMPLE_REVIEWED,
    missing: [{ itemCode: 'A09', controllable: true, owner: '项目单位', evidence: '国有建设用地使用权出让合同' }],
  },
});

const act = { key: 'id', output: PreApproval } as const;

export const issuePreApproval = command('approvals.issue-pre-approval', {
  ...act,
  http: ['POST', '/pre-approvals/:id/issue'],
  permission: 'pre-approval:decide',
  title: ['出具预审批文件', 'Issue the pre-approval document'],
  input: z.object({
    ...ofOne,
    documentNumber: Text(80),
    issuedOn: PlainDate,
    /** Calendar days. */
    validityDays: z.int().min(1).max(1095).default(365),
  }),
  errors: [
    ...byPreApprovalAuthority,
    ...ELIGIBILITY,
    'upstream_not_in_force',
    'date_in_the_future',
    'issued_before_application',
  ],
  example: { id: EXAMPLE_ID, documentNumber: '预地字第370783202600001号', issuedOn: '2026-11-23' },
});

const withReason = {
  ...act,
  permission: 'pre-approval:decide',
  input: z.object({ ...ofOne, reason }),
  errors: byPreApprovalAuthority,
} as const;

export const refusePreApproval = command('approvals.refuse-pre-approval', {
  ...withReason,
  http: ['POST', '/pre-approvals/:id/refusal'],
  title: ['不予出具预审批文件', 'Refuse a pre-approval'],
  example: { id: EXAMPLE_ID, reason: '规划条件未核提' },
});

export const returnPreApproval = command('approvals.return-pre-approval', {
  ...withReason,
  http: ['POST', '/pre-approvals/:id/return'],
  title: ['退回预审批申请', 'Return it to the unit, to be completed'],
  example: { id: EXAMPLE_ID, reason: '缺失条件未写明责任人' },
});

export const resubmitPreApproval = command('approvals.resubmit-pre-approval', {
  ...act,
  http: ['POST', '/pre-approvals/:id/resubmission'],
  permission: 'approval:submit',
  title: ['重新提交预审批申请', 'Hand a returned application in again'],
  input: z.object({ ...ofOne, reviewed: z.array(ReviewedPart).min(1).max(20) }),
  errors: ['pre_approval_not_found', 'pre_approval_state', 'not_the_applicant'],
  example: {
    id: EXAMPLE_ID,
    reviewed: EXAMPLE_REVIEWED,
  },
});

export const revokePreApproval = command('approvals.revoke-pre-approval', {
  ...withReason,
  http: ['POST', '/pre-approvals/:id/revocation'],
  title: ['撤销预审批文件', 'Revoke a pre-approval document'],
  example: { id: EXAMPLE_ID, reason: '申请材料不实' },
});

/** The project drops the bid: this document and all that rest on it are void (R58). */
export const dropPreApproval = command('approvals.drop-pre-approval', {
  ...act,
  http: ['POST', '/pre-approvals/:id/drop'],
  permission: 'approval:submit',
  title: ['放弃竞买,预审批文件失效', 'Drop the bid'],
  input: z.object({ ...ofOne, reason }),
  errors: ['pre_approval_not_found', 'pre_approval_state', 'not_the_applicant'],
  example: { id: EXAMPLE_ID, reason: '项目不再参加竞买' },
});

/** Once, counted from the last day (R58). */
export const extendPreApproval = command('approvals.extend-pre-approval', {
  ...act,
  http: ['POST', '/pre-approvals/:id/extension'],
  permission: 'pre-approval:decide',
  title: ['延长预审批文件有效期', 'Extend the validity'],
  input: z.object({ ...ofOne, days: z.int().min(1).max(365) }),
  errors: [...byPreApprovalAuthority, 'pre_approval_extended_before'],
  example: { id: EXAMPLE_ID, days: 180 },
});

export const getPreApproval = query('approvals.get-pre-approval', {
  http: ['GET', '/pre-approvals/:id'],
  permission: 'approval:read',
  title: ['预审批详情', 'One pre-approval'],
  input: z.object(ofOne),
  output: PreApproval,
  errors: ['pre_approval_not_found'],
  example: { id: EXAMPLE_ID },
});

/** The chain of a case: its documents, the links between them and what it gains over the road without (R56, R146). */
export const listPreApprovals = query('approvals.list-pre-approvals', {
  http: ['GET', '/cases/:caseId/pre-approvals'],
  permission: 'approval:read',
  title: ['预审批链', 'Pre-approvals of a case, and their chain'],
  input: z.object({ caseId: Id }),
  output: z.object({
    items: z.array(PreApproval),
    links: z.array(z.object({ from: ItemCode, to: ItemCode, material: z.string() })),
    /** Working days from day 0 of the 拿地即开工 road; null without granted land or while evidence is missing. */
    figures: z
      .object({
        contractDay: z.int(),
        preApprovedBy: z.int(),
        permitDay: z.int(),
        permitDayWithout: z.int(),
        daysSaved: z.int(),
      })
      .nullable(),
  }),
  errors: ['case_not_found', 'not_yet_known'],
  example: { caseId: EXAMPLE_ID },
});
