import type { z } from 'zod';
import type { ItemPlan as ItemPlanView, ItemPlanRevision } from '#libs/contracts/approvals/item-plans.js';
import type { CompetenceRow } from '#libs/reference/rows.js';
import { lineActions, planActions } from './actions.js';
import type { RevisionRight } from './actions.js';
import { factsAsked } from './facts.js';
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

interface Around {
  /** Names the bodies of the lines. */
  bodies: ReadonlyMap<string, string>;
  competence: readonly CompetenceRow[];
  mayRevise: RevisionRight;
}

export function planView(plan: ItemPlan, latest: ItemPlanVersion, around: Around): z.input<typeof ItemPlanView> {
  const { bodies, competence, mayRevise } = around;
  const questions = [...new Set(latest.lines.flatMap((line) => line.questions))];
  return {
    ...revisionView(latest),
    caseId: plan.id,
    answers: plan.answers,
    questions,
    asks: factsAsked(questions, competence),
    items: latest.lines.map((line) => ({ ...line, actions: lineActions(line, plan, mayRevise) })),
    actions: planActions(plan, mayRevise),
    bodies: Object.fromEntries(bodies),
  };
}
