import { z } from 'zod';
import { command, query } from '../define.js';
import { AGENT_CLASSES, INSTITUTION_LEVELS } from '../facts.js';
import { Id, ItemCode, Paging, PlainDate, RegionId, Text, Version, listOf, pageOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';

const Duty = Text(300);

/** 权责清单 of one agent, one row an edition (R24). */
export const ResponsibilityList = z
  .object({
    id: Id,
    version: Version,
    agentId: Id,
    edition: z.int(),
    duties: z.array(z.string()),
    itemCodes: z.array(ItemCode),
    publishedOn: PlainDate,
    /** The day the next edition replaced it. */
    replacedOn: PlainDate.nullable(),
  })
  .meta({ id: 'ResponsibilityList' });
export type ResponsibilityList = z.infer<typeof ResponsibilityList>;

export const publishResponsibilityList = command('agents.publish-responsibility-list', {
  http: ['POST', '/agents/:agentId/responsibility-lists'],
  key: 'agentId',
  permission: 'responsibility-list:publish',
  title: ['公布权责清单', 'Publish a responsibility list'],
  input: z.object({ agentId: Id, duties: z.array(Duty).min(1).max(30), itemCodes: z.array(ItemCode).max(100) }),
  output: ResponsibilityList,
  errors: ['not_found', 'not_your_institution', 'agent_not_active', 'item_unknown'],
  example: { agentId: EXAMPLE_ID, duties: ['企业投资项目备案申报指导'], itemCodes: ['A01'] },
});

export const listResponsibilityLists = query('agents.list-responsibility-lists', {
  http: ['GET', '/agents/:agentId/responsibility-lists'],
  permission: 'agent:read',
  title: ['权责清单历次版本', 'Editions of a responsibility list'],
  input: z.object({ agentId: Id }),
  output: listOf(ResponsibilityList),
  errors: [],
  example: { agentId: EXAMPLE_ID },
});

/** What everybody may read: no id, no mobile, nothing private (R24, R30). */
export const PublicResponsibility = z
  .object({
    name: z.string(),
    classes: z.array(z.enum(AGENT_CLASSES)),
    duties: z.array(z.string()),
    items: z.array(z.object({ code: ItemCode, name: z.string() })),
    institutionName: z.string(),
    level: z.enum(INSTITUTION_LEVELS),
    regionName: z.string(),
    workPhone: z.string(),
    publishedOn: PlainDate,
  })
  .strict()
  .meta({ id: 'PublicResponsibility' });
export type PublicResponsibility = z.infer<typeof PublicResponsibility>;

export const publicResponsibilityLists = query('agents.public-responsibility-lists', {
  http: ['GET', '/public/responsibility-lists'],
  permission: 'public',
  title: ['公开权责清单', 'Public responsibility lists'],
  input: z.object({
    itemCode: ItemCode.optional(),
    regionId: RegionId.optional(),
    level: z.enum(INSTITUTION_LEVELS).optional(),
    /** Name of an agent, an item or a duty. */
    q: Text(40).optional(),
    ...Paging,
  }),
  output: pageOf(PublicResponsibility),
  errors: [],
  example: { regionId: '370783', itemCode: 'C04' },
});
