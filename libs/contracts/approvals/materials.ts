import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, ItemCode, Text } from '../values.js';

// What an item asks for in this project, each paper once (R40, R72, R137).

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

/** Where a material comes from; only `ask_unit` is asked of the unit. */
const Origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('from_item'), items: z.array(ItemCode), available: z.boolean() }),
  z.object({ kind: z.literal('shared') }),
  z.object({ kind: z.literal('form'), signed: z.boolean() }),
  z.object({ kind: z.literal('ask_unit'), sameAs: z.array(z.string()), supplied: z.boolean() }),
  z.object({ kind: z.literal('ask_situation'), situation: z.string() }),
  z.object({ kind: z.literal('not_applicable') }),
]);

export const Checklist = z
  .array(
    z.object({
      code: z.string(),
      name: z.string(),
      importance: z.enum(['核心要件', '次要材料']),
      /** Working days after acceptance by which it may follow; null = not deferrable. */
      deferralWorkdays: z.int().nullable(),
      origin: Origin,
      gap: z.enum(['blocks_acceptance', 'deferrable', 'blocks_decision']).nullable(),
    }),
  )
  .meta({ id: 'Checklist' });

export const getChecklist = query('approvals.get-checklist', {
  http: ['GET', '/cases/:caseId/items/:itemCode/checklist'],
  permission: 'approval:read',
  title: ['事项材料清单', 'Materials of an item in this case'],
  input: z.object({
    caseId: Id,
    itemCode: ItemCode,
    works: Text(40).optional(),
    use: z.enum(['formal', 'pre_approval']).default('formal'),
  }),
  output: z.object({ acceptable: z.boolean(), materials: Checklist }),
  errors: ['case_not_found', 'item_outside_plan'],
  example: { caseId: EXAMPLE_ID, itemCode: 'B02' },
});

/** A situation 情形 is asked once and decides which materials apply; unknown is never read as no. */
export const answerSituation = command('approvals.answer-situation', {
  http: ['POST', '/cases/:caseId/situations'],
  key: 'caseId',
  permission: 'approval:submit',
  title: ['确认情形', 'Answer a situation'],
  input: z.object({ caseId: Id, situation: Text(60), applies: z.boolean() }),
  output: z.object({ caseId: Id, situation: z.string(), applies: z.boolean() }),
  errors: ['case_not_found', 'situation_unknown'],
  example: { caseId: EXAMPLE_ID, situation: '有日照或交通影响', applies: false },
});
