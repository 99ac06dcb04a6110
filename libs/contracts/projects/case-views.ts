import { z } from 'zod';
import { query } from '../define.js';
import {
  DepartmentCode,
  Id,
  Instant,
  ItemCode,
  Paging,
  PlainDate,
  QueryFlag,
  Several,
  RegionId,
  Text,
  Version,
  listOf,
  pageOf,
} from '../values.js';
import { CASE_STATES } from './cases.js';
import { Grade } from './project-lists.js';

export const ITEM_STATES = [
  'not_started',
  'pre_approved',
  'submitted',
  'not_accepted',
  'correcting',
  'accepted',
  'special_procedure',
  'to_be_verified',
  'decided',
  'ended',
  'revoked',
] as const;
export const LIGHTS = ['yellow', 'orange', 'red'] as const;

const Institution = z.object({ id: Id, name: z.string() });
const Person = z.object({ agentId: Id, name: z.string() });

const summary = {
  id: Id,
  version: Version,
  number: z.string(),
  state: z.enum(CASE_STATES),
  projectId: Id,
  projectNumber: z.string(),
  projectName: z.string(),
  unitId: Id,
  unitName: z.string(),
  regionIds: z.array(RegionId),
  grade: Grade,
  firstInstitution: Institution,
  /** Who handles it now; the first institution until a transfer was received. */
  currentInstitution: Institution,
  principal: Person.nullable(),
  guide: Person.nullable(),
  /** The earliest stage in which an entrusted item is open; null before the plan and after the last. */
  stage: z.string().nullable(),
  itemsDone: z.int(),
  itemsTotal: z.int(),
  /** N and 0 of “0+N” (R11). */
  visits: z.int(),
  trips: z.int(),
  /** The worst warning of an open item (R104). */
  light: z.enum(LIGHTS).nullable(),
  /** The earliest day on which an open item should be done. */
  dueOn: PlainDate.nullable(),
  nextAction: z.string(),
  appliedAt: Instant.nullable(),
};
export const CaseSummary = z.object(summary).meta({ id: 'CaseSummary' });

export const CaseItem = z
  .object({
    itemCode: ItemCode,
    name: z.string(),
    stage: z.string(),
    need: z.enum(['needed', 'to_be_checked', 'not_needed']),
    needReason: z.string(),
    entrusted: z.boolean(),
    mode: z.string(),
    level: z.string(),
    levelReason: z.string(),
    departmentCode: DepartmentCode.nullable(),
    departmentName: z.string().nullable(),
    state: z.enum(ITEM_STATES),
    since: PlainDate.nullable(),
    expectedOn: PlainDate.nullable(),
    light: z.enum(LIGHTS).nullable(),
    documentNumber: z.string().nullable(),
  })
  .meta({ id: 'CaseItem' });

export const CaseDetail = z
  .object({
    ...summary,
    entrusted: z.array(ItemCode).nullable(),
    eligibility: z.string(),
    planVersion: z.int().nullable(),
    planFrozen: z.boolean(),
    items: z.array(CaseItem),
    routing: z.string().nullable(),
    questions: z.array(z.string()),
    roadmap: z.object({ version: z.int(), startOn: PlainDate, endOn: PlainDate }).nullable(),
    closedOn: PlainDate.nullable(),
    termination: z.object({ by: z.enum(['unit', 'institution']), reason: z.string(), on: PlainDate }).nullable(),
    /** What kept the last request for closure from succeeding. */
    openItems: z.array(z.string()),
    /** What the reader may do now: operation and its title. */
    actions: z.array(z.object({ operation: z.string(), title: z.string() })),
    /** Of the public page, `/p/<token>`; null when the progress is not published. */
    publicPath: z.string().nullable(),
  })
  .meta({ id: 'CaseDetail' });

export const StageCount = z.object({ name: z.string(), done: z.int(), total: z.int() }).meta({ id: 'StageCount' });

export const CaseProgress = z
  .object({
    caseId: Id,
    number: z.string(),
    projectName: z.string(),
    state: z.string(),
    stage: z.string().nullable(),
    summary: z.string(),
    /** In the order of the work; `done` and `total` count items. */
    stages: z.array(StageCount),
    /** By when everything should be done, as the frozen roadmap says. */
    endOn: PlainDate.nullable(),
    items: z.array(
      z.object({
        itemCode: ItemCode,
        name: z.string(),
        stage: z.string(),
        state: z.enum(ITEM_STATES),
        what: z.string(),
        who: z.string(),
        since: PlainDate.nullable(),
        expectedOn: PlainDate.nullable(),
        light: z.string().nullable(),
      }),
    ),
    /** Whether the case waits for the unit at all. */
    waiting: z.boolean(),
    /** 现在该您做什么; a sentence all the same when nothing is. */
    yourTurn: z.array(z.string()),
  })
  .meta({ id: 'CaseProgress' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

export const listCases = query('projects.list-cases', {
  http: ['GET', '/cases'],
  permission: 'case:read',
  title: ['查询帮代办项目', 'List cases'],
  input: z.object({
    state: Several(z.enum(CASE_STATES)).optional(),
    regionId: RegionId.optional(),
    grade: Grade.optional(),
    /** Received it first or handles it now. */
    institutionId: Id.optional(),
    stage: Text(20).optional(),
    /** The agent who asks is principal, guide or in the team. */
    mine: QueryFlag.optional(),
    /** Has no principal. */
    unassigned: QueryFlag.optional(),
    /** The worst warning of an open item. */
    light: z.enum([...LIGHTS, 'any']).optional(),
    /** `dueOn` is before this day. */
    dueBefore: PlainDate.optional(),
    /** For an answer to the unit, for a correction by the unit, for a call-back that is due. */
    waiting: z.enum(['answer', 'correction', 'call_back']).optional(),
    /** Something entered its ledger at or after this moment. */
    updatedSince: Instant.optional(),
    /** Part of the project's name, the case number, the project code or the unit's name. */
    q: Text(100).min(2, '请至少输入2个字').optional(),
    /** `light`: the worst first; `due`: the earliest `dueOn` first. */
    sort: z.enum(['newest', 'oldest', 'number', 'light', 'due']).default('newest'),
    ...Paging,
  }),
  output: pageOf(CaseSummary),
  errors: [],
  example: { state: 'active' },
});

export const getCase = query('projects.get-case', {
  http: ['GET', '/cases/:caseId'],
  permission: 'case:read',
  title: ['查看帮代办项目', 'Get a case'],
  input: z.object({ caseId: Id }),
  output: CaseDetail,
  errors: ['case_not_found'],
  example: { caseId },
});

export const getProgress = query('projects.get-progress', {
  http: ['GET', '/cases/:caseId/progress'],
  permission: 'case:read',
  title: ['查询办理进度', 'Progress of a case in plain words'],
  input: z.object({ caseId: Id }),
  output: CaseProgress,
  errors: ['case_not_found'],
  example: { caseId },
});

/** Which of these the principal may see, with their projects; the others are left out, whether they exist or not (R78). */
export const visibleCases = query('projects.visible-cases', {
  http: null,
  permission: 'case:read',
  title: ['可见的项目(内部)', 'Which of these cases may be seen, for live streams'],
  input: z.object({ caseIds: z.array(Id).min(1).max(50) }),
  output: listOf(z.object({ caseId: Id, projectId: Id })),
  errors: [],
  example: { caseIds: [caseId] },
});
