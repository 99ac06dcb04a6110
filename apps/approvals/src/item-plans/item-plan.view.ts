import type { z } from 'zod';
import type { ItemPlan as ItemPlanView, ItemPlanRevision } from '#libs/contracts/approvals/item-plans.js';
import type { ItemPlan } from './item-plan.entity.js';
import type { ItemPlanVersion } from './item-plan-version.entity.js';

export const revisionView = (version: ItemPlanVersion): z.input<typeof ItemPlanRevision> => ({
  version: version.revision,
  noticeNumber: version.noticeNumber,
  revisedAt: version.revisedAt.toISOString(),
  revisedBy: version.revisedBy,
  reason: version.reason,
  needed: version.lines.filter(({ need }) => need === 'needed').length,
});

/** `bodies` names the bodies of the lines. */
export const planView = (
  plan: ItemPlan,
  latest: ItemPlanVersion,
  bodies: ReadonlyMap<string, string>,
): z.input<typeof ItemPlanView> => ({
  ...revisionView(latest),
  caseId: plan.id,
  answers: plan.answers,
  questions: [...new Set(latest.lines.flatMap(({ questions }) => questions))],
  items: latest.lines,
  bodies: Object.fromEntries(bodies),
});
