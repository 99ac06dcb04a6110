import { z } from 'zod';
import { stream } from '../define.js';
import { DepartmentCode, Id, Instant, ItemCode, PlainDate, RegionId } from '../values.js';

const inCase = { caseId: Id };

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
    contactAppointed: z.object({
      agentId: Id,
      contactId: Id,
      institutionId: Id,
      itemCode: ItemCode.nullable(),
      category: z.string().nullable(),
      from: PlainDate,
    }),
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
    transferReceived: z.object({
      ...inCase,
      transferId: Id,
      institutionId: Id,
      institutionName: z.string(),
      receipt: z.string(),
    }),
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
