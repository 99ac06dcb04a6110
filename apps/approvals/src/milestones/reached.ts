import type { EntityManager } from 'typeorm';
import { Milestone } from './milestone.entity.js';

/** Codes of the milestones a case has reached, with their days. */
export async function milestonesReached(em: EntityManager, caseId: string): Promise<Map<string, string>> {
  const milestones = await em.findBy(Milestone, { caseId });
  return new Map(milestones.map(({ code, on }) => [code, on]));
}
