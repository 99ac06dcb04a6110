import { z } from 'zod';
import { query } from '../define.js';
import { Id, ItemCode, PlainDate, listOf } from '../values.js';

/** What keeps an entrusted item from its next step: in one sentence, whose move it is, and since when. */
export const Blocker = z
  .object({
    itemCode: ItemCode,
    name: z.string(),
    sentence: z.string(),
    /** `clock`: a special procedure runs and nobody can hasten it. */
    waitingFor: z.enum(['unit', 'department', 'prerequisite', 'clock']),
    /** By name; of a prerequisite those who see to it. */
    who: z.string(),
    since: PlainDate.nullable(),
  })
  .meta({ id: 'Blocker' });

export const getBlockers = query('approvals.get-blockers', {
  http: ['GET', '/cases/:caseId/blockers'],
  permission: 'approval:read',
  title: ['下一步卡在哪里', 'What each open item waits for'],
  input: z.object({ caseId: Id }),
  output: listOf(Blocker),
  errors: ['case_not_found', 'not_yet_known'],
  example: { caseId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});
