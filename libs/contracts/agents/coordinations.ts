import { z } from 'zod';
import { command, query } from '../define.js';
import { DepartmentCode, Id, Instant, ItemCode, Text, Version, listOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';

/** The chief contact of one off-level item was told directly; the case stays where it is (R37). */
export const DirectContact = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    itemCode: ItemCode,
    institutionId: Id,
    agentId: Id,
    agentName: z.string(),
    workPhone: z.string(),
    /** The chief contact is on leave and this is the substitute. */
    asSubstitute: z.boolean(),
    /** No chief contact could be found, so a chief liaison was told: shown red. */
    asLiaison: z.boolean(),
    note: z.string().nullable(),
    askedAt: Instant,
    askedBy: z.string(),
  })
  .meta({ id: 'DirectContact' });
export type DirectContact = z.infer<typeof DirectContact>;

const asked = [
  'case_not_found',
  'not_yet_known',
  'case_is_over',
  'agreement_not_signed',
  'not_first_institution',
  'item_not_entrusted',
] as const;

export const contactDirectly = command('agents.contact-directly', {
  http: ['POST', '/cases/:caseId/contacts'],
  key: 'caseId',
  permission: 'contact:ask',
  title: ['直接联系事项的首席帮代办联系人', 'Contact the chief contact of an item directly'],
  input: z.object({ caseId: Id, itemCode: ItemCode, note: Text(300).nullable().default(null) }),
  output: DirectContact,
  errors: [...asked, 'routing_open', 'contact_not_direct', 'no_chief_liaison'],
  example: { caseId: EXAMPLE_ID, itemCode: 'P03' },
});

export const listDirectContacts = query('agents.list-direct-contacts', {
  http: ['GET', '/cases/:caseId/contacts'],
  permission: 'routing:read',
  title: ['直接联系记录', 'Chief contacts that were told'],
  input: z.object({ caseId: Id }),
  output: listOf(DirectContact),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});

const Entry = z.object({ at: Instant, by: z.string(), text: z.string() });

/** 业务对口协调 of a provincial item: city line department → the body above it; never a transfer (R36). */
export const Coordination = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    itemCode: ItemCode,
    fromDepartment: DepartmentCode,
    fromDepartmentName: z.string(),
    toDepartment: DepartmentCode,
    toDepartmentName: z.string(),
    entries: z.array(Entry),
    /** null = still being coordinated. */
    result: z.string().nullable(),
    openedAt: Instant,
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'Coordination' });
export type Coordination = z.infer<typeof Coordination>;

export const coordinate = command('agents.coordinate', {
  http: ['POST', '/cases/:caseId/coordinations'],
  key: 'caseId',
  permission: 'coordination:run',
  title: ['省级以上事项业务对口协调', 'Coordinate a provincial item with its superior body'],
  input: z.object({ caseId: Id, itemCode: ItemCode, text: Text(500) }),
  output: Coordination,
  errors: [...asked, 'not_provincial', 'no_superior_body', 'coordination_open'],
  example: { caseId: EXAMPLE_ID, itemCode: 'A12', text: '商请市局对接省厅压覆矿产查询' },
});

const step = { caseId: Id, coordinationId: Id, text: Text(500) };
const stepErrors = [
  'case_not_found',
  'not_yet_known',
  'not_found',
  'not_first_institution',
  'coordination_answered',
] as const;

export const logCoordination = command('agents.log-coordination', {
  http: ['POST', '/cases/:caseId/coordinations/:coordinationId/entries'],
  key: 'caseId',
  permission: 'coordination:run',
  title: ['登记协调进展', 'Log a step of a coordination'],
  input: z.object(step),
  output: Coordination,
  errors: stepErrors,
  example: { caseId: EXAMPLE_ID, coordinationId: EXAMPLE_ID, text: '省厅已收件' },
});

export const answerCoordination = command('agents.answer-coordination', {
  http: ['POST', '/cases/:caseId/coordinations/:coordinationId/result'],
  key: 'caseId',
  permission: 'coordination:run',
  title: ['登记协调结果', 'Record the result of a coordination'],
  input: z.object(step),
  output: Coordination,
  errors: stepErrors,
  example: { caseId: EXAMPLE_ID, coordinationId: EXAMPLE_ID, text: '未压覆重要矿产,省厅已出具复函' },
});

export const listCoordinations = query('agents.list-coordinations', {
  http: ['GET', '/cases/:caseId/coordinations'],
  permission: 'routing:read',
  title: ['对口协调记录', 'Coordinations of one case'],
  input: z.object({ caseId: Id }),
  output: listOf(Coordination),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});
