import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Mobile, Paging, Text, Version, pageOf } from '../values.js';

/** GB 32100-2015: 18 characters without I, O, Z, S and V; lower case is accepted and made upper. The check digit is the handler's. */
export const Uscc = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, '统一社会信用代码为18位数字或大写字母(不含I、O、Z、S、V)')
  .meta({ id: 'Uscc', examples: ['91370702MAX000373X'] });

/** A project unit 项目单位. The mobile is masked (138****1234) for everyone but the unit itself. */
export const ProjectUnit = z
  .object({
    id: Id,
    version: Version,
    name: z.string(),
    uscc: z.string(),
    /** false: registered although the check digit fails, after a look at the licence. */
    usccChecked: z.boolean(),
    contactName: z.string(),
    contactMobile: z.string(),
  })
  .meta({ id: 'ProjectUnit' });

export const registerUnit = command('projects.register-unit', {
  http: ['POST', '/units'],
  key: 'new',
  permission: 'unit:register',
  title: ['登记项目单位', 'Register a project unit'],
  input: z.object({
    name: Text(100),
    uscc: Uscc,
    /** The licence itself shows this code: a few old codes fail the check digit. */
    usccConfirmed: z.boolean().default(false),
    contactName: Text(30),
    contactMobile: Mobile,
  }),
  output: ProjectUnit,
  errors: ['uscc_check_digit', 'unit_registered'],
  example: {
    name: '潍坊鸢都智联装备制造有限公司',
    uscc: '91370702MAX000373X',
    contactName: '联系人甲',
    contactMobile: '19900000037',
  },
});

export const getUnit = query('projects.get-unit', {
  http: ['GET', '/units/:unitId'],
  permission: 'unit:read',
  title: ['查看项目单位', 'Get a project unit'],
  input: z.object({ unitId: Id }),
  output: ProjectUnit,
  errors: ['unit_not_found'],
  example: { unitId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});

export const listUnits = query('projects.list-units', {
  http: ['GET', '/units'],
  permission: 'unit:search',
  title: ['按名称或信用代码查找项目单位', 'Find project units by name or credit code'],
  input: z.object({ q: Text(100).min(2).optional(), ...Paging }),
  output: pageOf(ProjectUnit),
  errors: [],
  example: { q: '鸢都' },
});

/** Asked by notify at the moment it sends: phones travel in no fact and are kept nowhere else. */
export const unitContacts = query('projects.unit-contacts', {
  http: null,
  permission: 'internal',
  title: ['项目单位联系人', 'Contact of a project unit'],
  input: z.object({ unitId: Id }),
  output: z.object({ unitId: Id, unitName: z.string(), contactName: z.string(), contactMobile: z.string() }),
  errors: ['unit_not_found'],
  example: { unitId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});
