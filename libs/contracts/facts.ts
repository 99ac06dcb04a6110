import { z } from 'zod';
import { stream } from './define.js';
import { DepartmentCode, Id, Instant, ItemCode, PlainDate, RegionId } from './values.js';

// What the services tell each other. Facts carry no phone numbers and no identity numbers: notify asks the owner.

/** The project as its unit entered it, at the moment of the fact. Area in m², investment in 万元. */
export const ProjectSnapshot = z
  .object({
    projectId: Id,
    number: z.string(),
    name: z.string(),
    /** GB/T 40058-2021, with hyphens; null while the unit has none. */
    projectCode: z.string().nullable(),
    unitId: Id,
    unitName: z.string(),
    uscc: z.string(),
    /** County and zone ids; more than one for a linear project (R42). */
    regionIds: z.array(RegionId).min(1),
    townName: z.string().nullable(),
    scenario: z.string(),
    projectType: z.enum(['GOV_BUILD', 'GOV_LINEAR', 'SOC_GENERAL', 'SOC_SMALL', 'SOC_PLANLAND', 'IND_WARE', 'RENEWAL']),
    industry: z.string(),
    grade: z.enum(['national', 'province', 'city', 'county']),
    totalInvestment: z.number(),
    floorArea: z.number(),
    landUse: z.string(),
    landMode: z.string(),
    existingLandDocument: z.string().nullable(),
    constructionMonths: z.int().min(0),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'ProjectSnapshot' });
export type ProjectSnapshot = z.infer<typeof ProjectSnapshot>;

const inCase = { caseId: Id };

export const unitEvents = stream('unit.events.v1', {
  service: 'projects',
  key: 'unitId',
  types: { registered: z.object({ unitId: Id, name: z.string(), uscc: z.string() }) },
});

export const projectEvents = stream('project.events.v1', {
  service: 'projects',
  key: 'projectId',
  types: {
    entered: z.object({ projectId: Id, project: ProjectSnapshot }),
    /** `changed` names the fields that differ from before (R55, R140). */
    changed: z.object({ projectId: Id, project: ProjectSnapshot, changed: z.array(z.string()) }),
  },
});

export const caseEvents = stream('case.events.v1', {
  service: 'projects',
  key: 'caseId',
  types: {
    /** Drafted by staff; nothing begins until the unit confirms it, which is `applied` (R10). */
    drafted: z.object({ ...inCase, number: z.string(), unitId: Id, projectName: z.string(), firstInstitutionId: Id }),
    /** The unit applied; `entrusted` null = all items (R8). First institution never changes (R31). */
    applied: z.object({
      ...inCase,
      number: z.string(),
      project: ProjectSnapshot,
      firstInstitutionId: Id,
      entrusted: z.array(ItemCode).nullable(),
      appliedAt: Instant,
    }),
    agreementSigned: z.object({ ...inCase, agreementId: Id, by: z.enum(['unit', 'institution']), version: z.int() }),
    /** Both have signed: items may start (R44). */
    activated: z.object({ ...inCase, agreementId: Id, itemCodes: z.array(ItemCode) }),
    /** A supplement of the agreement changed what is entrusted (R45). */
    entrustmentChanged: z.object({ ...inCase, itemCodes: z.array(ItemCode), version: z.int() }),
    mandateGranted: z.object({
      ...inCase,
      mandateId: Id,
      holderAgentId: Id,
      /** null = all items. */
      itemCodes: z.array(ItemCode).nullable(),
      validFrom: PlainDate,
      validTo: PlainDate,
    }),
    mandateEnded: z.object({ ...inCase, mandateId: Id, endedOn: PlainDate }),
    reviewConvened: z.object({
      ...inCase,
      reviewId: Id,
      opinionsDueOn: PlainDate,
      invited: z.array(z.object({ departmentCode: DepartmentCode, itemCodes: z.array(ItemCode) })),
    }),
    opinionGiven: z.object({
      ...inCase,
      reviewId: Id,
      itemCode: ItemCode,
      departmentCode: DepartmentCode,
      opinion: z.enum(['meets', 'lacks', 'not_applicable']),
      text: z.string(),
    }),
    reviewClosed: z.object({
      ...inCase,
      reviewId: Id,
      conclusions: z.array(z.object({ itemCode: ItemCode, need: z.enum(['needed', 'not_needed']), reason: z.string() })),
    }),
    /** 一次性告知书: freezes levels (R47, R121). */
    noticeIssued: z.object({ ...inCase, noticeId: Id, number: z.string(), version: z.int(), issuedOn: PlainDate }),
    visitRecorded: z.object({
      ...inCase,
      visitId: Id,
      on: PlainDate,
      by: z.enum(['agent', 'approver']),
      visitorName: z.string(),
      place: z.string(),
      result: z.string(),
    }),
    tripRecorded: z.object({ ...inCase, tripId: Id, on: PlainDate, reason: z.string() }),
    documentRegistered: z.object({
      ...inCase,
      documentId: Id,
      name: z.string(),
      kind: z.string(),
      itemCode: ItemCode.nullable(),
    }),
    originalLent: z.object({ ...inCase, originalId: Id, what: z.string(), receiver: z.string(), on: PlainDate }),
    originalReturned: z.object({ ...inCase, originalId: Id, what: z.string(), on: PlainDate }),
    /** Closing is asked of approvals and agents; each confirms or names what is open. */
    closureRequested: z.object({ ...inCase, requestId: Id }),
    /** Something entrusted is still open: the case is active again (R6). */
    closureDeclined: z.object({ ...inCase, requestId: Id, openItems: z.array(z.string()) }),
    closed: z.object({ ...inCase, closedOn: PlainDate, visits: z.int(), trips: z.int() }),
    terminated: z.object({ ...inCase, reason: z.string(), by: z.enum(['unit', 'institution']) }),
  },
});

export const INSTITUTION_LEVELS = ['city', 'county', 'town'] as const;

export const institutionEvents = stream('institution.events.v1', {
  service: 'agents',
  key: 'institutionId',
  types: {
    established: z.object({
      institutionId: Id,
      name: z.string(),
      level: z.enum(INSTITUTION_LEVELS),
      regionId: RegionId,
      parentId: Id.nullable(),
      servicePoint: z.string(),
      active: z.boolean(),
    }),
  },
});

export const AGENT_CLASSES = ['manager', 'guide', 'helper', 'policy_adviser', 'inspector'] as const;

export const agentEvents = stream('agent.events.v1', {
  service: 'agents',
  key: 'agentId',
  types: {
    /** Appointed, or something of the appointment changed; `active` false = the appointment has ended. */
    appointed: z.object({
      agentId: Id,
      name: z.string(),
      institutionId: Id,
      institutionLevel: z.enum(INSTITUTION_LEVELS),
      regionId: RegionId,
      classes: z.array(z.enum(AGENT_CLASSES)),
      active: z.boolean(),
    }),
    liaisonAppointed: z.object({ agentId: Id, liaisonId: Id, regionId: RegionId, from: PlainDate }),
    liaisonEnded: z.object({ agentId: Id, liaisonId: Id, regionId: RegionId, to: PlainDate }),
    contactAppointed: z.object({ agentId: Id, contactId: Id, institutionId: Id, itemCode: ItemCode.nullable(), category: z.string().nullable(), from: PlainDate }),
    contactEnded: z.object({ agentId: Id, contactId: Id, to: PlainDate }),
  },
});

export const TRANSFER_METHODS = ['email', 'network_share', 'platform_upload', 'courier', 'in_person', 'other'] as const;

/** Who handles a case, and how it got there: one aggregate a case. */
export const routingEvents = stream('routing.events.v1', {
  service: 'agents',
  key: 'caseId',
  types: {
    /** The routing engine's answer for this item plan, in words. */
    proposed: z.object({
      ...inCase,
      planVersion: z.int(),
      mainLevel: z.enum(['city', 'county', 'town']).nullable(),
      summary: z.string(),
      questions: z.array(z.string()),
    }),
    transferProposed: z.object({
      ...inCase,
      transferId: Id,
      ordinal: z.int(),
      direction: z.enum(['down', 'up', 'across']),
      fromInstitutionId: Id,
      toInstitutionId: Id,
      toInstitutionName: z.string(),
      liaisonAgentId: Id,
      itemCodes: z.array(ItemCode),
      method: z.enum(TRANSFER_METHODS),
      trackingNumber: z.string().nullable(),
      /** The county of a town whose case goes straight to the city: told, not asked (R35). */
      copiedInstitutionIds: z.array(Id).optional(),
    }),
    /** Fired by time, once: not received within a working day (R39). */
    transferReminded: z.object({ ...inCase, transferId: Id, toInstitutionId: Id, liaisonAgentId: Id }),
    transferReceived: z.object({ ...inCase, transferId: Id, institutionId: Id, institutionName: z.string(), receipt: z.string() }),
    transferReturned: z.object({ ...inCase, transferId: Id, institutionId: Id, reason: z.string() }),
    /** A few items off-level: the item's chief contact was told directly; without one the liaison, with a red light (R37). */
    contactAsked: z.object({ ...inCase, itemCode: ItemCode, institutionId: Id, agentId: Id, asLiaison: z.boolean() }),
    provinceCoordinated: z.object({
      ...inCase,
      coordinationId: Id,
      itemCode: ItemCode,
      fromDepartment: DepartmentCode,
      toDepartment: DepartmentCode,
    }),
    coordinationAnswered: z.object({ ...inCase, coordinationId: Id, itemCode: ItemCode, result: z.string() }),
  },
});

export const assignmentEvents = stream('assignment.events.v1', {
  service: 'agents',
  key: 'caseId',
  types: {
    assigned: z.object({
      ...inCase,
      assignmentId: Id,
      role: z.enum(['principal', 'guide', 'policy_adviser', 'member']),
      agentId: Id,
      agentName: z.string(),
      institutionId: Id,
      reason: z.string(),
      from: PlainDate,
    }),
    ended: z.object({ ...inCase, assignmentId: Id, agentId: Id, role: z.string(), to: PlainDate, reason: z.string() }),
    /** From the principal to another helper, `stage` when it is the hand-over of a stage (R20); an acceptance ends one assignment and begins the other. */
    handOverProposed: z.object({
      ...inCase,
      handOverId: Id,
      fromAgentId: Id,
      toAgentId: Id,
      toAgentName: z.string(),
      stage: z.string().nullable(),
      reason: z.string(),
    }),
    handOverReturned: z.object({ ...inCase, handOverId: Id, fromAgentId: Id, toAgentId: Id, reason: z.string() }),
    /** Fired by time, once: no principal for a working day (R64). */
    principalMissing: z.object({ ...inCase, institutionId: Id, since: Instant }),
  },
});

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
    closureChecked: z.object({ ...inCase, requestId: Id, openItems: z.array(z.object({ itemCode: ItemCode, name: z.string() })) }),
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

const filing = { approvalId: Id, caseId: Id, itemCode: ItemCode, itemName: z.string(), works: z.string().nullable(), handlingBody: DepartmentCode };

export const approvalEvents = stream('approval.events.v1', {
  service: 'approvals',
  key: 'approvalId',
  types: {
    submitted: z.object({ ...filing, mandateHolderName: z.string().nullable(), handlingMode: z.string() }),
    accepted: z.object({ ...filing, acceptedOn: PlainDate, promisedDueOn: PlainDate.nullable(), statutoryDueOn: PlainDate.nullable() }),
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

const preApproval = { preApprovalId: Id, caseId: Id, itemCode: ItemCode, itemName: z.string(), handlingBody: DepartmentCode };

export const preApprovalEvents = stream('pre-approval.events.v1', {
  service: 'approvals',
  key: 'preApprovalId',
  types: {
    applied: z.object({ ...preApproval }),
    refused: z.object({ ...preApproval, reason: z.string() }),
    issued: z.object({ ...preApproval, documentNumber: z.string(), issuedOn: PlainDate, validTo: PlainDate, missingConditions: z.array(z.string()) }),
    conditionMet: z.object({ ...preApproval, condition: z.string(), on: PlainDate }),
    converted: z.object({ ...preApproval, approvalId: Id, documentNumber: z.string(), convertedOn: PlainDate, workdaysAfterLastCondition: z.int() }),
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
    reached: z.object({ ...inCase, code: z.enum(['G01', 'G02', 'G03', 'G04']), name: z.string(), on: PlainDate, openDuties: z.array(z.string()) }),
  },
});

export const messageEvents = stream('message.events.v1', {
  service: 'notify',
  key: 'messageId',
  types: {
    settled: z.object({
      messageId: Id,
      caseId: Id.nullable(),
      template: z.string(),
      receiverName: z.string(),
      state: z.enum(['delivered', 'failed']),
    }),
  },
});
