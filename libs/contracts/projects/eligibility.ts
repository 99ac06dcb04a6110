import { z } from 'zod';
import { query } from '../define.js';
import { Id, PlainDate, listOf } from '../values.js';
import { Grade } from './project-lists.js';

/** A project of the unit, on a list in force or entered by it, and whether the service may be applied for now (R1, R2, R31). */
export const ProjectEligibility = z
  .object({
    projectName: z.string(),
    /** Of the lists in force; null when it is on none. */
    grade: Grade.nullable(),
    /** Null until it is entered. */
    projectId: Id.nullable(),
    /** `served`: it has a case that is not over. */
    standing: z.enum(['eligible', 'not_listed', 'served']),
    /** On which lists it is, or why it cannot be applied for, in words. */
    reason: z.string(),
    served: z.object({ caseId: Id, number: z.string(), appliedOn: PlainDate }).nullable(),
  })
  .meta({ id: 'ProjectEligibility' });

/** Listed projects first; `apply` decides by the same rules. */
export const listEligibility = query('projects.list-eligibility', {
  http: ['GET', '/eligibility'],
  permission: 'case:apply',
  title: ['本单位哪些项目可以申请帮代办', 'Which projects of my unit may be served'],
  input: z.object({}),
  output: listOf(ProjectEligibility),
  errors: [],
  example: {},
});
