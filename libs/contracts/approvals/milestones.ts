import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, PlainDate, listOf } from '../values.js';

// Milestones 里程碑 of a case as they were really reached.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
export const MILESTONES = ['G01', 'G02', 'G03', 'G04'] as const;

export const Milestone = z
  .object({
    id: Id,
    caseId: Id,
    code: z.enum(MILESTONES),
    name: z.string(),
    on: PlainDate,
    photoFileId: Id.nullable(),
    recordedBy: z.string(),
    recordedAt: Instant,
    /** Names of the duties that were open when it was reached all the same: a red light (R139). */
    openDuties: z.array(z.string()),
  })
  .meta({ id: 'Milestone' });

export const recordMilestone = command('approvals.record-milestone', {
  http: ['POST', '/cases/:caseId/milestones'],
  key: 'caseId',
  permission: 'milestone:record',
  title: ['登记开工、完工、投产、预售形象进度', 'Record that a milestone was reached'],
  input: z.object({ caseId: Id, code: z.enum(MILESTONES), on: PlainDate, photoFileId: Id.nullable().default(null) }),
  output: Milestone,
  errors: [
    'case_not_found',
    'not_yet_known',
    'case_is_over',
    'roadmap_agent_only',
    'item_outside_plan',
    'day_in_future',
    'milestone_reached',
    'milestone_order',
    'construction_without_permit',
  ],
  example: { caseId: EXAMPLE_ID, code: 'G01', on: '2026-11-23', photoFileId: EXAMPLE_ID },
});

export const listMilestones = query('approvals.list-milestones', {
  http: ['GET', '/cases/:caseId/milestones'],
  permission: 'roadmap:read',
  title: ['项目里程碑', 'Milestones reached'],
  input: z.object({ caseId: Id }),
  output: listOf(Milestone),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});
