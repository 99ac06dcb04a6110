import { z } from 'zod';
import { stream } from '../define.js';
import { DepartmentCode, Id, ItemCode, PlainDate } from '../values.js';

const inCase = { caseId: Id };

/** One item of a case as approvals decided it: needed or not, whose, at which level and why (section J). */
export const PlanItem = z
  .object({
    itemCode: ItemCode,
    name: z.string(),
    stage: z.string(),
    helperStage: z.string(),
    kind: z.string(),
    need: z.enum(['needed', 'to_be_checked', 'not_needed']),
    needReason: z.string(),
    /** false = 由企业自办: needed all the same, never vanishes (R8). */
    entrusted: z.boolean(),
    /** ①本市权限 ②市政公用 ③中介 ④省级以上; null for milestones, trading and the government's own side (R7). */
    itemClass: z.int().min(1).max(4).nullable(),
    mode: z.string(),
    level: z.enum(['county', 'city', 'province', 'none', 'unknown']),
    levelStep: z.string(),
    levelReason: z.string(),
    legalBody: DepartmentCode.nullable(),
    handlingBody: DepartmentCode.nullable(),
    consultedBody: DepartmentCode.nullable(),
    /** Counts for the main level (R122), before `entrusted`. */
    counted: z.boolean(),
    preApproval: z.boolean(),
  })
  .meta({ id: 'PlanItem' });
export type PlanItem = z.infer<typeof PlanItem>;

export const itemPlanEvents = stream('item-plan.events.v1', {
  service: 'approvals',
  key: 'caseId',
  types: {
    made: z.object({ ...inCase, version: z.int(), frozen: z.boolean(), items: z.array(PlanItem) }),
    /** The answer to `case.closureRequested`: empty = nothing entrusted is open. */
    closureChecked: z.object({
      ...inCase,
      requestId: Id,
      openItems: z.array(z.object({ itemCode: ItemCode, name: z.string() })),
    }),
  },
});

export const roadmapEvents = stream('roadmap.events.v1', {
  service: 'approvals',
  key: 'caseId',
  types: {
    frozen: z.object({
      ...inCase,
      roadmapId: Id,
      version: z.int(),
      startOn: PlainDate,
      endOn: PlainDate,
      reason: z.string().nullable(),
      guideName: z.string(),
    }),
  },
});

const filing = {
  approvalId: Id,
  caseId: Id,
  itemCode: ItemCode,
  itemName: z.string(),
  works: z.string().nullable(),
  handlingBody: DepartmentCode,
};

export const approvalEvents = stream('approval.events.v1', {
  service: 'approvals',
  key: 'approvalId',
  types: {
    submitted: z.object({ ...filing, mandateHolderName: z.string().nullable(), handlingMode: z.string() }),
    accepted: z.object({
      ...filing,
      acceptedOn: PlainDate,
      promisedDueOn: PlainDate.nullable(),
      statutoryDueOn: PlainDate.nullable(),
    }),
    notAccepted: z.object({ ...filing, reason: z.string() }),
    correctionRequested: z.object({ ...filing, materials: z.array(z.string()), dueOn: PlainDate }),
    correctionSupplied: z.object({ ...filing }),
    specialProcedureBegun: z.object({ ...filing, cause: z.string(), stopsStatutory: z.boolean() }),
    specialProcedureEnded: z.object({ ...filing, cause: z.string() }),
    /** `verified` false = recorded from elsewhere, waits for confirmation (R132). */
    decided: z.object({
      ...filing,
      result: z.enum(['granted', 'granted_with_deferral', 'refused']),
      documentNumber: z.string().nullable(),
      decidedOn: PlainDate,
      verified: z.boolean(),
      source: z.enum(['platform', 'department_system', 'recorded', 'back_filled', 'conversion']),
    }),
    /** Of what the unit does without any body (D10, P04): done, with its evidence. */
    completed: z.object({
      approvalId: Id,
      caseId: Id,
      itemCode: ItemCode,
      itemName: z.string(),
      works: z.string().nullable(),
      documentNumber: z.string().nullable(),
      on: PlainDate,
    }),
    recordRejected: z.object({ ...filing, reason: z.string() }),
    cancelled: z.object({ ...filing, reason: z.string() }),
    withdrawn: z.object({ ...filing, reason: z.string() }),
    revoked: z.object({ ...filing, reason: z.string() }),
    /** Fired by time, once a step and clock (R104). */
    deadlineNear: z.object({
      ...filing,
      clock: z.enum(['statutory', 'promised', 'correction', 'deferral', 'unit_duty', 'validity']),
      dueOn: PlainDate,
      workdaysLeft: z.int(),
      light: z.enum(['yellow', 'orange', 'red']),
    }),
  },
});

const preApproval = {
  preApprovalId: Id,
  caseId: Id,
  itemCode: ItemCode,
  itemName: z.string(),
  handlingBody: DepartmentCode,
};

export const preApprovalEvents = stream('pre-approval.events.v1', {
  service: 'approvals',
  key: 'preApprovalId',
  types: {
    applied: z.object({ ...preApproval }),
    refused: z.object({ ...preApproval, reason: z.string() }),
    issued: z.object({
      ...preApproval,
      documentNumber: z.string(),
      issuedOn: PlainDate,
      validTo: PlainDate,
      missingConditions: z.array(z.string()),
    }),
    conditionMet: z.object({ ...preApproval, condition: z.string(), on: PlainDate }),
    converted: z.object({
      ...preApproval,
      approvalId: Id,
      documentNumber: z.string(),
      convertedOn: PlainDate,
      workdaysAfterLastCondition: z.int(),
    }),
    extended: z.object({ ...preApproval, validTo: PlainDate }),
    suspended: z.object({ ...preApproval, reason: z.string() }),
    /** Off hold: everything it rests on is in force again. */
    resumed: z.object({ ...preApproval }),
    ended: z.object({ ...preApproval, how: z.enum(['void', 'lapsed', 'returned']), reason: z.string() }),
  },
});

export const milestoneEvents = stream('milestone.events.v1', {
  service: 'approvals',
  key: 'caseId',
  types: {
    reached: z.object({
      ...inCase,
      code: z.enum(['G01', 'G02', 'G03', 'G04']),
      name: z.string(),
      on: PlainDate,
      openDuties: z.array(z.string()),
    }),
  },
});
