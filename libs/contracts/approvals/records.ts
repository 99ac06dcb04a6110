import { z } from 'zod';
import { command, query } from '../define.js';
import { DepartmentCode, Id, ItemCode, Paging, PlainDate, Text, Version, listOf, pageOf } from '../values.js';
import { Approval, Works } from './filings.js';

// What is recorded and not decided here: decisions made elsewhere, older approvals, work of intermediaries and of the unit.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
const inCase = { caseId: Id, itemCode: ItemCode, works: Works };
const evidence = { documentNumber: Text(80), decidedOn: PlainDate, fileId: Id };

/** A decision made in another system, with number, date and scan: 待核验 until its body confirms it (R132). */
export const recordExternalDecision = command('approvals.record-external-decision', {
  http: ['POST', '/cases/:caseId/external-decisions'],
  key: 'caseId',
  permission: 'approval:record',
  title: ['系统外办结登记', 'Record a decision made elsewhere'],
  input: z.object({ ...inCase, ...evidence, result: z.enum(['granted', 'granted_with_deferral', 'refused']) }),
  output: Approval,
  errors: [
    'case_not_found',
    'not_yet_known',
    'agreement_not_signed',
    'case_is_over',
    'item_outside_plan',
    'item_not_entrusted',
    'item_without_authority',
    'works_required',
    'works_not_applicable',
    'filing_state',
    'record_unverified',
    'filing_exists',
    'date_in_the_future',
  ],
  example: {
    caseId: EXAMPLE_ID,
    itemCode: 'A01',
    documentNumber: '2502-370783-89-01-725984',
    decidedOn: '2026-11-20',
    fileId: EXAMPLE_ID,
    result: 'granted',
  },
});

/** 历史手续补录: an approval from before the case; verified it counts as a done prerequisite of duration 0 (R130). */
export const backFillApproval = command('approvals.back-fill-approval', {
  http: ['POST', '/cases/:caseId/back-fills'],
  key: 'caseId',
  permission: 'approval:record',
  title: ['历史手续补录', 'Back-fill an approval from before the case'],
  input: z.object({ ...inCase, ...evidence }),
  output: Approval,
  errors: [
    'case_not_found',
    'not_yet_known',
    'item_outside_plan',
    'item_without_authority',
    'works_required',
    'works_not_applicable',
    'filing_exists',
    'filing_state',
    'record_unverified',
    'back_fill_not_before_case',
  ],
  example: {
    caseId: EXAMPLE_ID,
    itemCode: 'A10',
    documentNumber: '地字第370783202400012号',
    decidedOn: '2024-06-03',
    fileId: EXAMPLE_ID,
  },
});

/**
 * Items without an application to an authority: work of intermediaries (Z*, C01), of the unit itself (D10, P04), trading
 * nodes (A09, C05) and acts of the government's side (A05, A06). Where an authority stands behind it, it confirms first.
 */
export const recordCompletion = command('approvals.record-completion', {
  http: ['POST', '/cases/:caseId/completions'],
  key: 'caseId',
  permission: 'approval:complete',
  title: ['登记完成情况', 'Record the completion of an item that is not applied for'],
  input: z.object({
    ...inCase,
    documentNumber: Text(80).nullable().default(null),
    completedOn: PlainDate,
    fileId: Id,
    /** Of the land grant A09 only: who signed the contract. Another bidder voids all pre-approvals (R58). */
    winner: z.enum(['unit', 'other']).optional(),
    /** Of the land grant A09 only: 合同约定的开工、竣工日 (R135). */
    startBy: PlainDate.optional(),
    finishBy: PlainDate.optional(),
  }),
  output: Approval,
  errors: [
    'case_not_found',
    'not_yet_known',
    'item_outside_plan',
    'item_has_authority',
    'works_required',
    'works_not_applicable',
    'filing_exists',
    'not_the_applicant',
    'not_your_department',
    'date_in_the_future',
    'winner_required',
    'grant_terms_not_applicable',
  ],
  example: { caseId: EXAMPLE_ID, itemCode: 'Z13a', completedOn: '2026-11-20', fileId: EXAMPLE_ID },
});

/** By the body concerned or its system; only now does the recorded decision release its successors. */
export const confirmRecord = command('approvals.confirm-record', {
  http: ['POST', '/approvals/:id/confirmation'],
  key: 'id',
  permission: 'approval:review',
  title: ['核验登记的决定', 'Confirm a recorded decision'],
  input: z.object({ id: Id }),
  output: Approval,
  errors: [
    'approval_not_found',
    'agents_cannot_decide',
    'not_your_department',
    'filing_state',
    'prerequisites_open',
    'only_pre_approved',
    'evidence_missing',
  ],
  example: { id: EXAMPLE_ID },
});

export const rejectRecord = command('approvals.reject-record', {
  http: ['POST', '/approvals/:id/rejection'],
  key: 'id',
  permission: 'approval:review',
  title: ['退回登记的决定', 'Reject a recorded decision'],
  input: z.object({ id: Id, reason: Text(500) }),
  output: Approval,
  errors: ['approval_not_found', 'agents_cannot_decide', 'not_your_department', 'filing_state'],
  example: { id: EXAMPLE_ID, reason: '文号与我局存档不符' },
});

/** 预审服务: an informal look before the application; no legal effect, no clock, no document number (R124). */
export const PreReview = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    itemCode: ItemCode,
    itemName: z.string(),
    works: z.string().nullable(),
    handlingBody: DepartmentCode,
    documentIds: z.array(Id),
    askedOn: PlainDate,
    askedBy: z.string(),
    opinion: z.string().nullable(),
    opinionBy: z.string().nullable(),
    opinionOn: PlainDate.nullable(),
  })
  .meta({ id: 'PreReview' });

export const requestPreReview = command('approvals.request-pre-review', {
  http: ['POST', '/cases/:caseId/pre-reviews'],
  key: 'new',
  permission: 'approval:submit',
  title: ['申请预审服务', 'Ask for a pre-review'],
  input: z.object({ ...inCase, documentIds: z.array(Id).min(1).max(60) }),
  output: PreReview,
  errors: [
    'case_not_found',
    'not_yet_known',
    'item_outside_plan',
    'item_without_authority',
    'works_required',
    'works_not_applicable',
  ],
  example: { caseId: EXAMPLE_ID, itemCode: 'C04', documentIds: [EXAMPLE_ID] },
});

export const givePreReviewOpinion = command('approvals.give-pre-review-opinion', {
  http: ['POST', '/pre-reviews/:id/opinion'],
  key: 'id',
  permission: 'approval:review',
  title: ['出具预审意见', 'Give the pre-review opinion'],
  input: z.object({ id: Id, opinion: Text(2000) }),
  output: PreReview,
  errors: ['pre_review_not_found', 'agents_cannot_decide', 'not_your_department', 'pre_review_answered'],
  example: { id: EXAMPLE_ID, opinion: '缺1份:农民工工资保证金证明。' },
});

export const listPreReviews = query('approvals.list-pre-reviews', {
  http: ['GET', '/cases/:caseId/pre-reviews'],
  permission: 'approval:read',
  title: ['预审服务列表', 'Pre-reviews of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(PreReview),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});

/** A pre-review as queues show it; it has no clock (R124). */
export const PreReviewInList = PreReview.extend({
  caseNumber: z.string(),
  projectName: z.string(),
  departmentName: z.string(),
  /** What this reader may do now. */
  actions: z.array(z.string()),
}).meta({ id: 'PreReviewInList' });

/** Of a department its own only; the longest waiting first. */
export const listPreReviewQueue = query('approvals.list-pre-review-queue', {
  http: ['GET', '/pre-reviews'],
  permission: 'approval:read',
  title: ['预审服务队列', 'Pre-reviews of all cases one may see'],
  input: z.object({
    ...Paging,
    state: z.enum(['open', 'answered']).optional(),
    departmentCode: DepartmentCode.optional(),
    /** In the number of the case, and the names of item, project and unit. */
    q: Text(60).optional(),
  }),
  output: pageOf(PreReviewInList),
  errors: [],
  example: { state: 'open' },
});
