import { z } from 'zod';
import { command, query } from '../define.js';
import { INSTITUTION_LEVELS } from '../facts.js';
import { Id, Phone, PlainDate, QueryFlag, RegionId, Text, Version, listOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';

/** A 帮代办机构: one an administrative unit (R14), at a 政务服务中心 or 便民服务中心 (R29), with its hotline (R85). */
export const Institution = z
  .object({
    id: Id,
    version: Version,
    name: z.string(),
    level: z.enum(INSTITUTION_LEVELS),
    regionId: RegionId,
    regionName: z.string(),
    /** The institution above; null for the city's. */
    parentId: Id.nullable(),
    servicePoint: z.string(),
    hotline: z.string(),
    from: PlainDate,
    /** The day it ceased; null = in service. */
    to: PlainDate.nullable(),
    /** What this reader may do now, to the institution and to its people. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'Institution' });
export type Institution = z.infer<typeof Institution>;

const told = { name: Text(100), servicePoint: Text(200), hotline: Phone };

export const establishInstitution = command('agents.establish-institution', {
  http: ['POST', '/institutions'],
  key: 'new',
  permission: 'institution:manage',
  title: ['设立帮代办机构', 'Establish an institution'],
  input: z.object({ ...told, level: z.enum(INSTITUTION_LEVELS), regionId: RegionId, parentId: Id.nullable() }),
  output: Institution,
  errors: ['institution_exists', 'region_not_of_level', 'parent_institution_wrong', 'not_your_institution'],
  example: {
    name: '寿光市项目帮代办中心',
    level: 'county',
    regionId: '370783',
    parentId: EXAMPLE_ID,
    servicePoint: '寿光市政务服务中心三楼',
    hotline: '0536-5100000',
  },
});

export const editInstitution = command('agents.edit-institution', {
  http: ['PATCH', '/institutions/:id'],
  key: 'id',
  ifMatch: true,
  permission: 'institution:manage',
  title: ['修改机构名称、服务地点和热线', 'Edit an institution'],
  input: z.object({
    id: Id,
    name: told.name.optional(),
    servicePoint: told.servicePoint.optional(),
    hotline: Phone.optional(),
  }),
  output: Institution,
  errors: ['not_found', 'not_your_institution', 'institution_ended'],
  example: { id: EXAMPLE_ID, hotline: '0536-5100001' },
});

export const endInstitution = command('agents.end-institution', {
  http: ['POST', '/institutions/:id/ending'],
  key: 'id',
  ifMatch: true,
  permission: 'institution:manage',
  title: ['撤销帮代办机构', 'End an institution'],
  input: z.object({ id: Id }),
  output: Institution,
  errors: ['not_found', 'not_your_institution', 'institution_ended', 'institution_in_use'],
  example: { id: EXAMPLE_ID },
});

export const listInstitutions = query('agents.list-institutions', {
  http: ['GET', '/institutions'],
  permission: 'public',
  title: ['帮代办机构列表', 'Institutions'],
  input: z.object({
    level: z.enum(INSTITUTION_LEVELS).optional(),
    regionId: RegionId.optional(),
    parentId: Id.optional(),
    /** `false` lists those that have ceased, too. */
    active: QueryFlag.optional(),
  }),
  output: listOf(Institution),
  errors: [],
  example: { level: 'county' },
});

export const getInstitution = query('agents.get-institution', {
  http: ['GET', '/institutions/:id'],
  permission: 'public',
  title: ['帮代办机构', 'One institution'],
  input: z.object({ id: Id }),
  output: Institution,
  errors: ['not_found'],
  example: { id: EXAMPLE_ID },
});
