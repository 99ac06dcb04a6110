import type { EntityManager } from 'typeorm';
import { Assignment } from './assignment.entity.js';

/** Open cases of each agent, counted from the assignments. An agent with none is left out. */
export async function openLoads(em: EntityManager, agentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await em
    .createQueryBuilder(Assignment, 'assignment')
    .select('assignment.agentId', 'agentId')
    .addSelect('count(DISTINCT assignment.caseId)::int', 'cases')
    .where('assignment.validTo IS NULL AND assignment.agentId = ANY(:agentIds)', { agentIds })
    .groupBy('assignment.agentId')
    .getRawMany<{ agentId: string; cases: number }>();
  return new Map(rows.map(({ agentId, cases }) => [agentId, cases]));
}
