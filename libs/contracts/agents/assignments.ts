import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Paging, PlainDate, QueryFlag, RegionId, Several, Text, Version, pageOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';
import { QUALIFYING_STAGES } from './staff.js';

/** 帮代办专人 (exactly one a case, R62), 审批流程指导员, 政策宣讲员, 团队成员 (R63). */
export const ASSIGNED_ROLES = ['principal', 'guide', 'policy_adviser', 'member'] as const;

export const Assignment = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    role: z.enum(ASSIGNED_ROLES),
    agentId: Id,
    agentName: z.string(),
    workPhone: z.string(),
    institutionId: Id,
    reason: z.string(),
    /** Why somebody of another institution than the one that holds the case. */
    overrideReason: z.string().nullable(),
    from: PlainDate,
    to: PlainDate.nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'Assignment' });
export type Assignment = z.infer<typeof Assignment>;

/** An assignment as its holder's desk shows it. */
export const HeldAssignment = Assignment.extend({
  caseNumber: z.string(),
  projectName: z.string(),
  institutionName: z.string(),
  /** The principal of a case with a team leads it (R63). */
  leadsTeam: z.boolean(),
  /** Open cases of the agent, this one counted. */
  agentLoad: z.int(),
}).meta({ id: 'HeldAssignment' });
export type HeldAssignment = z.infer<typeof HeldAssignment>;

const Points = z.object({ specialty: z.number(), place: z.number(), room: z.number(), present: z.number() });
const Suggested = z.object({
  agentId: Id,
  name: z.string(),
  score: z.number(),
  breakdown: Points,
  reasons: z.array(z.string()),
});
const Excluded = z.object({ agentId: Id, name: z.string(), reasons: z.array(z.string()) });

export const suggestAgents = query('agents.suggest-agents', {
  http: ['GET', '/cases/:caseId/suggestions'],
  permission: 'assignment:read',
  title: ['推荐人员及理由', 'Who could take a case, and why'],
  input: z.object({ caseId: Id, role: z.enum(['principal', 'guide', 'policy_adviser']) }),
  output: z
    .object({ regionId: RegionId, ranked: z.array(Suggested), excluded: z.array(Excluded) })
    .meta({ id: 'Suggestions' }),
  errors: ['case_not_found', 'not_yet_known'],
  example: { caseId: EXAMPLE_ID, role: 'principal' },
});

export const assignAgent = command('agents.assign-agent', {
  http: ['POST', '/cases/:caseId/assignments'],
  key: 'caseId',
  permission: 'assignment:make',
  title: ['指派人员', 'Assign an agent to a case'],
  input: z.object({
    caseId: Id,
    role: z.enum(ASSIGNED_ROLES),
    agentId: Id,
    /** Of a principal: the stage taken on now, for the qualification (R20); null = the first stage entrusted. */
    stage: z.enum(QUALIFYING_STAGES).nullable().default(null),
    reason: Text(300),
    overrideReason: Text(300).nullable().default(null),
  }),
  output: Assignment,
  errors: [
    'case_not_found',
    'not_yet_known',
    'case_is_over',
    'not_found',
    'not_assigning_institution',
    'agent_not_active',
    'agent_unfit',
    'agent_inspects_case',
    'assignee_elsewhere',
    'principal_exists',
    'guide_exists',
    'assigned_already',
    'team_not_formed',
  ],
  example: { caseId: EXAMPLE_ID, role: 'principal', agentId: EXAMPLE_ID, reason: '属地人员,熟悉工业项目' },
});

export const endAssignment = command('agents.end-assignment', {
  http: ['POST', '/cases/:caseId/assignments/:assignmentId/ending'],
  key: 'caseId',
  permission: 'assignment:make',
  title: ['解除指派', 'End an assignment'],
  input: z.object({ caseId: Id, assignmentId: Id, reason: Text(300) }),
  output: Assignment,
  errors: ['case_not_found', 'not_yet_known', 'not_found', 'not_assigning_institution', 'assignment_ended'],
  example: { caseId: EXAMPLE_ID, assignmentId: EXAMPLE_ID, reason: '人员调离' },
});

/** Newest first. */
export const listAssignments = query('agents.list-assignments', {
  http: ['GET', '/assignments'],
  permission: 'assignment:read',
  title: ['指派列表', 'Assignments of the cases one may see'],
  input: z.object({
    agentId: Id.optional(),
    institutionId: Id.optional(),
    role: Several(z.enum(ASSIGNED_ROLES)).optional(),
    /** `false` lists those that have ended, too. */
    open: QueryFlag.default(true),
    ...Paging,
  }),
  output: pageOf(HeldAssignment),
  errors: [],
  example: { agentId: EXAMPLE_ID, open: 'true' },
});

/** Who is in the case now, and who was; `complexity` null = no team was formed (R63). */
export const Team = z
  .object({
    caseId: Id,
    complexity: z.object({ reason: z.string(), from: PlainDate }).nullable(),
    /** The principal leads. */
    leaderId: Id.nullable(),
    assignments: z.array(Assignment),
    inspectors: z.array(z.object({ agentId: Id, agentName: z.string(), from: PlainDate })),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

export const getTeam = query('agents.get-team', {
  http: ['GET', '/cases/:caseId/team'],
  permission: 'team:read',
  title: ['项目帮代办团队', 'Everyone in a case'],
  input: z.object({ caseId: Id }),
  output: Team,
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});

export const formTeam = command('agents.form-team', {
  http: ['POST', '/cases/:caseId/team'],
  key: 'caseId',
  permission: 'assignment:make',
  title: ['认定复杂项目并组建团队', 'Mark a case as complex and form its team'],
  input: z.object({ caseId: Id, complex: z.literal(true), reason: Text(300) }),
  output: Team,
  errors: [
    'case_not_found',
    'not_yet_known',
    'case_is_over',
    'not_assigning_institution',
    'principal_missing',
    'team_formed',
  ],
  example: { caseId: EXAMPLE_ID, complex: true, reason: '涉及市、县两级16项审批,同步办理' },
});

export const beginInspection = command('agents.begin-inspection', {
  http: ['POST', '/cases/:caseId/inspections'],
  key: 'caseId',
  permission: 'inspection:begin',
  title: ['开始督导', 'Begin to inspect a case'],
  input: z.object({ caseId: Id }),
  output: z.object({ id: Id, version: Version, caseId: Id, agentId: Id, from: PlainDate }),
  errors: ['case_not_found', 'not_yet_known', 'inspects_own_case', 'inspection_begun'],
  example: { caseId: EXAMPLE_ID },
});
