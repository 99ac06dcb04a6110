import type { EntityManager } from 'typeorm';
import { ArrayContains } from 'typeorm';
import { AgentCopy } from './agent-copy.entity.js';

/** The ids of the managers (总体工作管理员) an institution has now. */
export async function managersOf(em: EntityManager, institutionId: string): Promise<string[]> {
  const where = { institutionId, active: true, classes: ArrayContains(['manager']) };
  const managers = await em.find(AgentCopy, { where, order: { id: 'ASC' } });
  return managers.map(({ id }) => id);
}
