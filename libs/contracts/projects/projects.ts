import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, Paging, RegionId, Text, Version, pageOf } from '../values.js';
import { ProjectSnapshot } from '../facts.js';
import { Grade } from './project-lists.js';

/** new = GB/T 40058-2021 (YYMM first), old = the form before it (year first), unknown = reads as both. */
export const CODE_FORMATS = ['new', 'old', 'unknown'] as const;

const FactValue = z.union([Text(200), z.number(), z.boolean()]);

/** What the unit enters of its project. Area in m², investment in 万元. */
const fields = {
  name: Text(200),
  /** Hyphens may be left out; the check digit is never a reason to refuse. */
  projectCode: Text(30).nullable(),
  /** Counties and zones of the site; several for a linear project (R42). */
  regionIds: z.array(RegionId).min(1).max(17),
  townName: Text(50).nullable(),
  scenario: Text(50),
  projectType: ProjectSnapshot.shape.projectType,
  industry: Text(100),
  /** As the unit states it; a list in force decides (R1). */
  grade: Grade,
  totalInvestment: z.number().min(0).max(100_000_000),
  floorArea: z.number().min(0).max(100_000_000),
  landUse: Text(50),
  landMode: Text(50),
  existingLandDocument: Text(200).nullable(),
  constructionMonths: z.int().min(0).max(240),
  /** Facts on which conditions of items depend, as `annual_energy_tce`; one not recorded is unknown, never false (R120). */
  facts: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,49}$/), FactValue)
    .refine((facts) => Object.keys(facts).length <= 100, '最多100项'),
};

export const Project = z
  .object({
    ...ProjectSnapshot.shape,
    id: Id,
    version: Version,
    codeFormat: z.enum(CODE_FORMATS).nullable(),
    enteredAt: Instant,
  })
  .omit({ projectId: true })
  .meta({ id: 'Project' });

export const enterProject = command('projects.enter-project', {
  http: ['POST', '/projects'],
  key: 'new',
  permission: 'project:enter',
  title: ['录入项目信息', 'Enter a project'],
  input: z.object({
    /** Only for staff who enter it for a unit; a unit enters its own. */
    unitId: Id.optional(),
    ...fields,
    projectCode: fields.projectCode.default(null),
    townName: fields.townName.default(null),
    existingLandDocument: fields.existingLandDocument.default(null),
    grade: fields.grade.default('county'),
    facts: fields.facts.default({}),
  }),
  output: Project,
  errors: [
    'unit_required',
    'unit_not_found',
    'project_code_malformed',
    'project_code_taken',
    'project_entered',
    'region_unknown',
  ],
  example: {
    name: '高端数控机床智能制造项目',
    projectCode: '2607-370702-04-01-797758',
    regionIds: ['370702'],
    townName: '于河街道',
    scenario: '工业',
    projectType: 'IND_WARE',
    industry: 'C3421 金属切削机床制造',
    grade: 'city',
    totalInvestment: 86000,
    floorArea: 82000,
    landUse: '工业用地',
    landMode: '出让',
    constructionMonths: 16,
    facts: {},
  },
});

export const editProject = command('projects.edit-project', {
  http: ['PATCH', '/projects/:projectId'],
  key: 'projectId',
  ifMatch: true,
  permission: 'project:enter',
  title: ['修改项目信息', 'Edit a project'],
  input: z.object({ projectId: Id, ...z.object(fields).partial().shape }),
  output: Project,
  errors: ['project_not_found', 'project_code_malformed', 'project_code_taken', 'project_entered', 'region_unknown'],
  example: { projectId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f', floorArea: 86100 },
});

export const getProject = query('projects.get-project', {
  http: ['GET', '/projects/:projectId'],
  permission: 'project:read',
  title: ['查看项目', 'Get a project'],
  input: z.object({ projectId: Id }),
  output: Project,
  errors: ['project_not_found'],
  example: { projectId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});

export const listProjects = query('projects.list-projects', {
  http: ['GET', '/projects'],
  permission: 'project:read',
  title: ['查询项目', 'List projects'],
  input: z.object({
    /** Part of the name, the number, the code or the unit's name. */
    q: Text(100).min(2, '请至少输入2个字').optional(),
    regionId: RegionId.optional(),
    grade: Grade.optional(),
    /** served = with a case that is not over, unserved = without one. */
    state: z.enum(['served', 'unserved']).optional(),
    ...Paging,
  }),
  output: pageOf(Project),
  errors: [],
  example: { regionId: '370702' },
});
