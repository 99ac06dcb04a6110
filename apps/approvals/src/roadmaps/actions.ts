import { drawRoadmap, freezeRoadmap, moveRoadmapDate } from '#libs/contracts/approvals/roadmaps.js';
import { may } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { isGuideOf, isOver, servesCase } from '../cases/agents-of-case.js';
import { CaseCopy } from '../cases/case-copy.entity.js';

interface Versions {
  frozen: boolean;
  draft: boolean;
}

/** What this reader may do with the roadmap of a case now, by operation: a frozen one is changed by a guide alone (R79). */
export async function roadmapActions(
  context: QueryContext,
  caseId: string,
  { frozen, draft }: Versions,
): Promise<string[]> {
  const copy = await context.em.findOneBy(CaseCopy, { id: caseId });
  if (!copy || isOver(copy) || !may(context.principal, 'roadmap:draw') || !(await servesCase(context, copy))) return [];
  const guide = await isGuideOf(context, copy);
  return [
    ...(guide || !frozen ? [drawRoadmap.name] : []),
    ...(guide || draft ? [moveRoadmapDate.name] : []),
    ...(guide && draft ? [freezeRoadmap.name] : []),
  ];
}
