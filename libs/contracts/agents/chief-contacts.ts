import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, ItemCode, PlainDate, QueryFlag, Text, Version, listOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';

/** A category of projects: the 场景 of a project, as 工业 or 医疗. */
const Category = Text(20);

/** 首席联系人 of one item or of one category at one institution, never of both (R26). */
export const ChiefContact = z
  .object({
    id: Id,
    version: Version,
    institutionId: Id,
    institutionName: z.string(),
    itemCode: ItemCode.nullable(),
    itemName: z.string().nullable(),
    category: z.string().nullable(),
    agentId: Id,
    agentName: z.string(),
    workPhone: z.string(),
    /** Stands in while the chief contact is on leave; the chief contact stays the same. */
    substituteId: Id.nullable(),
    substituteName: z.string().nullable(),
    from: PlainDate,
    to: PlainDate.nullable(),
  })
  .meta({ id: 'ChiefContact' });
export type ChiefContact = z.infer<typeof ChiefContact>;

export const appointChiefContact = command('agents.appoint-chief-contact', {
  http: ['POST', '/chief-contacts'],
  key: 'institutionId',
  permission: 'chief-contact:manage',
  title: ['确定首席帮代办联系人', 'Appoint a chief contact'],
  input: z.object({
    institutionId: Id,
    itemCode: ItemCode.nullable().default(null),
    category: Category.nullable().default(null),
    agentId: Id,
    substituteId: Id.nullable().default(null),
  }),
  output: ChiefContact,
  errors: [
    'not_found',
    'not_your_institution',
    'institution_ended',
    'agent_not_active',
    'agent_elsewhere',
    'chief_contact_key',
    'chief_contact_exists',
    'chief_contact_of_category_exists',
    'substitute_wrong',
    'item_unknown',
  ],
  example: { institutionId: EXAMPLE_ID, itemCode: 'C04', agentId: EXAMPLE_ID },
});

export const replaceChiefContact = command('agents.replace-chief-contact', {
  http: ['POST', '/chief-contacts/:id/replacement'],
  key: 'id',
  permission: 'chief-contact:manage',
  title: ['变更首席帮代办联系人(原任即止、新任即始)', 'Replace a chief contact at the same instant'],
  input: z.object({ id: Id, agentId: Id, substituteId: Id.nullable().default(null) }),
  output: ChiefContact,
  errors: [
    'not_found',
    'not_your_institution',
    'agent_not_active',
    'agent_elsewhere',
    'chief_contact_ended',
    'substitute_wrong',
  ],
  example: { id: EXAMPLE_ID, agentId: EXAMPLE_ID },
});

export const nameSubstitute = command('agents.name-substitute', {
  http: ['PATCH', '/chief-contacts/:id'],
  key: 'id',
  ifMatch: true,
  permission: 'chief-contact:manage',
  title: ['确定首席联系人的替班人员', 'Name the substitute of a chief contact'],
  input: z.object({ id: Id, substituteId: Id.nullable() }),
  output: ChiefContact,
  errors: [
    'not_found',
    'not_your_institution',
    'chief_contact_ended',
    'substitute_wrong',
    'agent_not_active',
    'agent_elsewhere',
  ],
  example: { id: EXAMPLE_ID, substituteId: null },
});

export const endChiefContact = command('agents.end-chief-contact', {
  http: ['POST', '/chief-contacts/:id/ending'],
  key: 'id',
  permission: 'chief-contact:manage',
  title: ['停用首席帮代办联系人', 'End a chief contact'],
  input: z.object({ id: Id }),
  output: ChiefContact,
  errors: ['not_found', 'not_your_institution', 'chief_contact_ended'],
  example: { id: EXAMPLE_ID },
});

export const listChiefContacts = query('agents.list-chief-contacts', {
  http: ['GET', '/chief-contacts'],
  permission: 'chief-contact:read',
  title: ['首席帮代办联系人(可查某日在任)', 'Chief contacts in office on a day'],
  input: z.object({
    institutionId: Id.optional(),
    itemCode: ItemCode.optional(),
    category: Category.optional(),
    agentId: Id.optional(),
    /** Default today. */
    on: PlainDate.optional(),
    history: QueryFlag.optional(),
  }),
  output: listOf(ChiefContact),
  errors: [],
  example: { itemCode: 'C04', on: '2026-11-23' },
});
