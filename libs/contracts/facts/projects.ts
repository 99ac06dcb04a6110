import { z } from 'zod';
import { stream } from '../define.js';
import { DepartmentCode, Id, Instant, ItemCode, PlainDate, RegionId } from '../values.js';

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
      conclusions: z.array(
        z.object({ itemCode: ItemCode, need: z.enum(['needed', 'not_needed']), reason: z.string() }),
      ),
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
    /** Only what the unit may read: an internal note is told to nobody. */
    noteWritten: z.object({ ...inCase, noteId: Id, text: z.string() }),
    /** The unit asked, or went on asking (R125). */
    consulted: z.object({ ...inCase, consultationId: Id, question: z.string() }),
    consultationAnswered: z.object({ ...inCase, consultationId: Id, answer: z.string() }),
    /** Without its address, which is for those who were given it. */
    progressPublished: z.object({ ...inCase }),
    progressWithdrawn: z.object({ ...inCase }),
    /** Closing is asked of approvals and agents; each confirms or names what is open. */
    closureRequested: z.object({ ...inCase, requestId: Id }),
    /** Something entrusted is still open: the case is active again (R6). */
    closureDeclined: z.object({ ...inCase, requestId: Id, openItems: z.array(z.string()) }),
    closed: z.object({ ...inCase, closedOn: PlainDate, visits: z.int(), trips: z.int() }),
    terminated: z.object({ ...inCase, reason: z.string(), by: z.enum(['unit', 'institution']) }),
  },
});
