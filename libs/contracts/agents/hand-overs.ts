import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, Paging, Several, Text, Version, listOf, pageOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';
import { QUALIFYING_STAGES } from './staff.js';

export const HAND_OVER_STATES = ['proposed', 'accepted', 'returned'] as const;

/** 交接 of the principal, from person to person; the first stays responsible until the other accepts (R20, R62). */
export const HandOver = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    caseNumber: z.string(),
    projectName: z.string(),
    fromAgentId: Id,
    fromAgentName: z.string(),
    toAgentId: Id,
    toAgentName: z.string(),
    /** The stage that begins with it; null = not because of a stage. */
    stage: z.enum(QUALIFYING_STAGES).nullable(),
    reason: z.string(),
    openMatters: z.string(),
    state: z.enum(HAND_OVER_STATES),
    proposedAt: Instant,
    settledAt: Instant.nullable(),
    returnReason: z.string().nullable(),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'HandOver' });
export type HandOver = z.infer<typeof HandOver>;

export const proposeHandOver = command('agents.propose-hand-over', {
  http: ['POST', '/cases/:caseId/hand-overs'],
  key: 'caseId',
  permission: 'hand-over:propose',
  title: ['提出专人交接', 'Propose to hand the case over to another helper'],
  input: z.object({
    caseId: Id,
    toAgentId: Id,
    stage: z.enum(QUALIFYING_STAGES).nullable().default(null),
    reason: Text(300),
    /** What is under way, with its dates. */
    openMatters: Text(2000),
    overrideReason: Text(300).nullable().default(null),
  }),
  output: HandOver,
  errors: [
    'case_not_found',
    'not_yet_known',
    'case_is_over',
    'not_found',
    'principal_missing',
    'hand_over_not_yours',
    'hand_over_open',
    'agent_not_active',
    'agent_unfit',
    'agent_inspects_case',
    'assignee_elsewhere',
    'assigned_already',
  ],
  example: {
    caseId: EXAMPLE_ID,
    toAgentId: EXAMPLE_ID,
    stage: '施工许可',
    reason: '进入施工许可阶段',
    openMatters: '施工图审查11月30日前回复意见',
  },
});

const one = { caseId: Id, handOverId: Id };
const settling = [
  'case_not_found',
  'not_yet_known',
  'case_is_over',
  'not_found',
  'hand_over_settled',
  'hand_over_not_to_you',
] as const;

export const acceptHandOver = command('agents.accept-hand-over', {
  http: ['POST', '/cases/:caseId/hand-overs/:handOverId/acceptance'],
  key: 'caseId',
  permission: 'hand-over:settle',
  title: ['接受交接', 'Accept a hand-over'],
  input: z.object(one),
  output: HandOver,
  errors: [...settling, 'principal_missing', 'agent_not_active', 'agent_unfit', 'agent_inspects_case'],
  example: { caseId: EXAMPLE_ID, handOverId: EXAMPLE_ID },
});

export const returnHandOver = command('agents.return-hand-over', {
  http: ['POST', '/cases/:caseId/hand-overs/:handOverId/return'],
  key: 'caseId',
  permission: 'hand-over:settle',
  title: ['退回交接(须写明理由)', 'Return a hand-over with its reason'],
  input: z.object({ ...one, reason: Text(300) }),
  output: HandOver,
  errors: settling,
  example: { caseId: EXAMPLE_ID, handOverId: EXAMPLE_ID, reason: '材料清单不全,请补充' },
});

export const listHandOvers = query('agents.list-hand-overs', {
  http: ['GET', '/cases/:caseId/hand-overs'],
  permission: 'assignment:read',
  title: ['交接记录', 'Hand-overs of one case'],
  input: z.object({ caseId: Id }),
  output: listOf(HandOver),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});

export const listPendingHandOvers = query('agents.list-pending-hand-overs', {
  http: ['GET', '/hand-overs'],
  permission: 'assignment:read',
  title: ['交接待办', 'Hand-overs that wait, of the cases one may see'],
  input: z.object({
    /** `in` waits for me, `out` is from me; all of the cases one may see unless given. */
    direction: z.enum(['in', 'out']).optional(),
    state: Several(z.enum(HAND_OVER_STATES)).default(['proposed']),
    ...Paging,
  }),
  output: pageOf(HandOver),
  errors: [],
  example: { direction: 'in' },
});
