import { z } from 'zod';
import { query } from '../define.js';
import { Id, ItemCode, PlainDate, listOf } from '../values.js';
import { LIGHTS } from './clock.js';

/** Deadlines that are the unit's own and validities of results, never charged to a department (R135). */
export const listDuties = query('approvals.list-duties', {
  http: ['GET', '/cases/:caseId/duties'],
  permission: 'approval:read',
  title: ['单位义务期限与证照有效期', 'Duties of the unit and validity of results'],
  input: z.object({ caseId: Id }),
  output: listOf(
    z.object({
      id: Id,
      itemCode: ItemCode,
      itemName: z.string(),
      kind: z.enum(['unit_duty', 'validity']),
      what: z.string(),
      dueOn: PlainDate,
      doneOn: PlainDate.nullable(),
      light: z.enum(LIGHTS),
      lightText: z.string(),
    }),
  ),
  errors: ['case_not_found'],
  example: { caseId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});
