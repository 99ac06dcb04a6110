import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, PlainDate, QueryFlag, RegionId, Text, listOf } from '../values.js';
import { Uscc } from './units.js';

/** 国家级 省级 市级 县级, the highest first (R1). */
export const GRADES = ['national', 'province', 'city', 'county'] as const;
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

export const LIST_LEVELS = ['province', 'city', 'county'] as const;

/** One project of a list; recognised again by credit code and name. */
export const ListEntry = z.object({ projectName: Text(200), uscc: Uscc, grade: Grade }).meta({ id: 'ListEntry' });
export type ListEntry = z.infer<typeof ListEntry>;

const heading = {
  year: z.int().min(2021).max(2100),
  level: z.enum(LIST_LEVELS),
  issuingBody: Text(100),
  /** The document the list rests on, as 潍发〔2026〕3号 (R3). */
  basisDocument: Text(100),
  basisDate: PlainDate,
};

const summary = {
  id: Id,
  ...heading,
  regionId: RegionId,
  regionName: z.string(),
  /** Counts the issues of one year, level and region. */
  listVersion: z.int(),
  entryCount: z.int(),
  /** 现行有效: the newest issue of the newest year that has begun (R2). */
  inForce: z.boolean(),
  /** 待更新: in force although this year's list is not issued yet (R2). */
  awaitingUpdate: z.boolean(),
};
export const ProjectListSummary = z.object(summary).meta({ id: 'ProjectListSummary' });
export const ProjectList = z.object({ ...summary, entries: z.array(ListEntry) }).meta({ id: 'ProjectList' });

export const publishList = command('projects.publish-list', {
  http: ['POST', '/project-lists'],
  key: 'new',
  permission: 'project-list:publish',
  title: ['发布重大重点项目名单', 'Publish a list of major projects'],
  input: z.object({
    ...heading,
    /** County or zone of a county list (R5); the province and the city need none. */
    regionId: RegionId.optional(),
    entries: z.array(ListEntry).min(1).max(2000),
  }),
  output: ProjectList,
  errors: [
    'list_basis_2021_only',
    'list_region_wrong',
    'list_region_not_yours',
    'list_grade_too_high',
    'list_entry_twice',
  ],
  example: {
    year: 2026,
    level: 'county',
    regionId: '370702',
    issuingBody: '潍城区人民政府',
    basisDocument: '潍城政发〔2026〕2号',
    basisDate: '2026-01-20',
    entries: [{ projectName: '高端数控机床智能制造项目', uscc: '91370702MAX000373X', grade: 'county' }],
  },
});

export const listProjectLists = query('projects.list-project-lists', {
  http: ['GET', '/project-lists'],
  permission: 'project-list:read',
  title: ['查看名单目录', 'List the lists of major projects'],
  input: z.object({
    year: z.coerce.number().int().min(2021).max(2100).optional(),
    level: z.enum(LIST_LEVELS).optional(),
    regionId: RegionId.optional(),
    inForce: QueryFlag.optional(),
  }),
  output: listOf(ProjectListSummary),
  errors: [],
  example: { inForce: 'true' },
});

export const getProjectList = query('projects.get-project-list', {
  http: ['GET', '/project-lists/:listId'],
  permission: 'project-list:read',
  title: ['查看名单', 'Get a list of major projects'],
  input: z.object({ listId: Id }),
  output: ProjectList,
  errors: ['not_found'],
  example: { listId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});
