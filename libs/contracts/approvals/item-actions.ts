import { z } from 'zod';
import { query } from '../define.js';
import { Id, ItemCode, listOf } from '../values.js';

/** What may be begun with one item of a case, and what its forms must ask. */
export const ItemActions = z
  .object({
    itemCode: ItemCode,
    /** Operations that this reader would not be refused now, as far as is known without their input. */
    actions: z.array(z.string()),
    /** Handled once for each works (R131): the form asks for which. */
    perWorks: z.boolean(),
    /** Works for which something was filed before. */
    works: z.array(z.string()),
    /** May be filed by 告知承诺 (R69). */
    offersCommitment: z.boolean(),
  })
  .meta({ id: 'ItemActions' });

export const listItemActions = query('approvals.list-item-actions', {
  http: ['GET', '/cases/:caseId/item-actions'],
  permission: 'approval:read',
  title: ['各事项现在可以办理的动作', 'What may be begun with each item of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(ItemActions),
  errors: ['case_not_found', 'not_yet_known'],
  example: { caseId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});
