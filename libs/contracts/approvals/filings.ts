import { z } from 'zod';
import { command, query } from '../define.js';
import {
  DepartmentCode,
  Id,
  Instant,
  ItemCode,
  PlainDate,
  Paging,
  QueryFlag,
  Several,
  Text,
  Version,
  pageOf,
} from '../values.js';
import { Checklist } from './materials.js';
import { Clock, LIGHTS, Pause } from './clock.js';

// Filings 办件: one item of one case (and of one works) before one body, from the submission to what the unit does itself.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
/** The works 单体 (gcdm) of items that exist once for each of them (R131); null or absent for all others. */
export const Works = Text(40).nullable().default(null);
export const HANDLING_MODES = ['代跑腿', '倒跑腿', '零跑腿'] as const;
export const FILING_STATES = [
  'draft',
  'submitted',
  'cancelled',
  'not_accepted',
  'correcting',
  'corrected',
  'accepted',
  'in_review',
  'special_procedure',
  'withdrawn',
  'decided',
  'revoked',
] as const;
export const RESULTS = ['granted', 'granted_with_deferral', 'refused'] as const;
/** How far an item has come as a prerequisite; the first two release what follows (R130, R132). */
export const STANDINGS = ['decided', 'back_filled', 'to_be_verified', 'pre_approved', 'open'] as const;
export const SOURCES = ['platform', 'department_system', 'recorded', 'back_filled', 'conversion'] as const;

export const Approval = z
  .object({
    id: Id,
    version: Version,
    number: z.string(),
    caseId: Id,
    itemCode: ItemCode,
    itemName: z.string(),
    works: z.string().nullable(),
    legalBody: DepartmentCode.nullable(),
    handlingBody: DepartmentCode.nullable(),
    /** Always the project unit (R13). */
    applicantName: z.string(),
    /** 经办人, null where the unit acts itself. */
    mandateHolderName: z.string().nullable(),
    handlingMode: z.enum(HANDLING_MODES).nullable(),
    deferral: z.boolean(),
    notifyAndCommit: z.boolean(),
    parallelGroup: z.string().nullable(),
    state: z.enum(FILING_STATES),
    result: z.enum(RESULTS).nullable(),
    ground: z.enum(['declined', 'denied']).nullable(),
    source: z.enum(SOURCES),
    /** 待核验: a decision made elsewhere was recorded and its body has not confirmed it; it releases nothing (R132). */
    toBeVerified: z.boolean(),
    submittedAt: Instant.nullable(),
    acceptedOn: PlainDate.nullable(),
    decidedOn: PlainDate.nullable(),
    documentNumber: z.string().nullable(),
    reason: z.string().nullable(),
    preApprovalId: Id.nullable(),
    statutory: Clock,
    promised: Clock,
  })
  .meta({ id: 'Approval' });

/** A stretch of days with its cause; `to` is null while it lasts. */
export const ApprovalSpan = z
  .object({
    kind: z.enum(['correction', 'special_procedure']),
    cause: z.string(),
    from: PlainDate,
    to: PlainDate.nullable(),
    approver: z.string(),
    stopsStatutory: z.boolean(),
    /** 书面告知 of the time needed (行政许可法45). */
    noticeWorkdays: z.int().nullable(),
    dueOn: PlainDate.nullable(),
    materials: z.array(z.string()),
  })
  .meta({ id: 'ApprovalSpan' });

/** A filing as queues show it. */
export const ApprovalInList = Approval.extend({
  caseNumber: z.string(),
  projectName: z.string(),
  stage: z.string(),
  /** The handling body by name; 项目单位 of what the unit does by itself. */
  departmentName: z.string(),
  /** The earlier last day of the clocks that run, and its light; null and none where no clock runs. */
  dueOn: PlainDate.nullable(),
  light: z.enum(LIGHTS),
  lightText: z.string(),
  paused: Pause.nullable(),
  /** Every stretch that stopped it, first to last. */
  spans: z.array(ApprovalSpan),
  /** What this reader may do now. */
  actions: z.array(z.string()),
}).meta({ id: 'ApprovalInList' });

export const ApprovalDetail = ApprovalInList.extend({
  extensions: z.array(z.object({ days: z.int(), reason: z.string(), approver: z.string(), on: PlainDate })),
  deferrals: z.array(
    z.object({
      materialCode: z.string(),
      materialName: z.string(),
      promisedOn: PlainDate,
      withinWorkdays: z.int(),
      /** Null before acceptance: it counts from there (R72). */
      dueOn: PlainDate.nullable(),
      suppliedOn: PlainDate.nullable(),
    }),
  ),
  events: z.array(z.object({ at: Instant, name: z.string(), actorName: z.string(), opinion: z.string().nullable() })),
  evidenceFileId: Id.nullable(),
  materials: Checklist,
  /** What a grant asks of the project's own set (R8): each entry is met by any one of its items. */
  prerequisites: z.array(
    z.object({
      items: z.array(
        z.object({
          itemCode: ItemCode,
          itemName: z.string(),
          works: z.string().nullable(),
          standing: z.enum(STANDINGS),
        }),
      ),
    }),
  ),
  /** 用地凭证 and 立项文件 that no item of the own set yields and nobody has shown yet, in words. */
  evidenceMissing: z.array(z.string()),
}).meta({ id: 'ApprovalDetail' });

const SuppliedMaterials = z.array(z.object({ materialCode: Text(20), documentId: Id })).max(60);
const inCase = { caseId: Id, itemCode: ItemCode, works: Works };

/** The unit, or the agent with its mandate in force, applies (R13, R44, R133). */
export const submitApproval = command('approvals.submit-approval', {
  http: ['POST', '/cases/:caseId/approvals'],
  key: 'new',
  permission: 'approval:submit',
  title: ['提交办件', 'Submit an application'],
  input: z.object({
    ...inCase,
    handlingMode: z.enum(HANDLING_MODES),
    materials: SuppliedMaterials.default([]),
    /** 容缺承诺 signed by the unit for each material that is to follow (R72). */
    promises: z
      .array(
        z.object({
          materialCode: Text(20),
          signedOn: PlainDate,
          documentId: Id,
          withinWorkdays: z.int().min(1).max(60),
        }),
      )
      .max(30)
      .default([]),
    notifyAndCommit: z.boolean().default(false),
    /** Filings of one group start together 并联 (R70). */
    parallelGroup: Text(40).nullable().default(null),
  }),
  output: Approval,
  errors: [
    'case_not_found',
    'not_yet_known',
    'agreement_not_signed',
    'case_is_over',
    'mandate_not_in_force',
    'item_outside_plan',
    'item_not_entrusted',
    'item_without_authority',
    'works_required',
    'works_not_applicable',
    'filing_exists',
    'material_unknown',
    'core_materials_missing',
    'deferral_promise_missing',
    'deferral_not_allowed',
    'commitment_excluded',
    'commitment_not_offered',
  ],
  example: { caseId: EXAMPLE_ID, itemCode: 'P05', handlingMode: '零跑腿' },
});

const act = { key: 'id', output: Approval } as const;
const ofFiling = { id: Id };
const reason = Text(500);

/** 撤件: before acceptance. */
export const cancelApproval = command('approvals.cancel-approval', {
  ...act,
  http: ['POST', '/approvals/:id/cancellation'],
  permission: 'approval:submit',
  title: ['撤件', 'Cancel before acceptance'],
  input: z.object({ ...ofFiling, reason }),
  errors: ['approval_not_found', 'filing_state', 'record_unverified', 'not_the_applicant', 'mandate_not_in_force'],
  example: { id: EXAMPLE_ID, reason: '方案调整' },
});

/** 撤回: between acceptance and decision. */
export const withdrawApproval = command('approvals.withdraw-approval', {
  ...act,
  http: ['POST', '/approvals/:id/withdrawal'],
  permission: 'approval:submit',
  title: ['撤回申请', 'Withdraw after acceptance'],
  input: z.object({ ...ofFiling, reason }),
  errors: ['approval_not_found', 'filing_state', 'record_unverified', 'not_the_applicant', 'mandate_not_in_force'],
  example: { id: EXAMPLE_ID, reason: '方案调整' },
});

/** The end of 补正: everything that was asked for, at once. */
export const supplyCorrection = command('approvals.supply-correction', {
  ...act,
  http: ['POST', '/approvals/:id/correction/materials'],
  permission: 'approval:submit',
  title: ['补正材料', 'Supply what was to be corrected'],
  input: z.object({ ...ofFiling, materials: SuppliedMaterials.min(1) }),
  errors: [
    'approval_not_found',
    'filing_state',
    'record_unverified',
    'not_the_applicant',
    'mandate_not_in_force',
    'material_unknown',
    'correction_incomplete',
  ],
  example: { id: EXAMPLE_ID, materials: [{ materialCode: 'P05-M02', documentId: EXAMPLE_ID }] },
});

/** A material promised at the submission arrives (R72), before the decision or after one with deferral (R111). */
export const supplyDeferred = command('approvals.supply-deferred', {
  ...act,
  http: ['POST', '/approvals/:id/deferred-materials'],
  permission: 'approval:submit',
  title: ['补交容缺材料', 'Supply a deferred material'],
  input: z.object({ ...ofFiling, materials: SuppliedMaterials.min(1) }),
  errors: ['approval_not_found', 'not_the_applicant', 'mandate_not_in_force', 'material_unknown', 'deferral_not_open'],
  example: { id: EXAMPLE_ID, materials: [{ materialCode: 'P05-M03', documentId: EXAMPLE_ID }] },
});

/** Of a department without `caseId` its own queue: what it handles or decides; with it everything in that case. */
export const listApprovals = query('approvals.list-approvals', {
  http: ['GET', '/approvals'],
  permission: 'approval:read',
  title: ['办件列表', 'Filings'],
  input: z.object({
    ...Paging,
    caseId: Id.optional(),
    itemCode: ItemCode.optional(),
    stage: Text(20).optional(),
    state: Several(z.enum(FILING_STATES)).optional(),
    /** The worse of the two clocks of a filing that is under way. */
    light: z.enum(LIGHTS).optional(),
    /** A clock of it ends before this day. */
    dueBefore: PlainDate.optional(),
    departmentCode: DepartmentCode.optional(),
    /** Decisions recorded from elsewhere that wait for their body, or all others. */
    toBeVerified: QueryFlag.optional(),
    /** In the numbers of filing and case, and the names of item, project and unit. */
    q: Text(60).optional(),
    /** What has no day comes last either way. */
    sort: z.enum(['dueOn', '-dueOn', 'submittedAt', '-submittedAt', 'number', '-number']).default('-number'),
  }),
  output: pageOf(ApprovalInList),
  errors: [],
  example: { light: 'red', state: ['accepted', 'in_review'], sort: 'dueOn' },
});

export const getApproval = query('approvals.get-approval', {
  http: ['GET', '/approvals/:id'],
  permission: 'approval:read',
  title: ['办件详情', 'One filing with its clocks'],
  input: z.object(ofFiling),
  output: ApprovalDetail,
  errors: ['approval_not_found'],
  example: { id: EXAMPLE_ID },
});
