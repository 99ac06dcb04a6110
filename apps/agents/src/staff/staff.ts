import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { agentEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { Institution } from '../institutions/institution.entity.js';
import { Agent } from './agent.entity.js';
import { Leave } from './leave.entity.js';

/** Agents by id; those who have left, too. */
export async function agentsById(em: EntityManager, ids: readonly string[]): Promise<Map<string, Agent>> {
  const agents = await em.findBy(Agent, { id: In([...new Set(ids)]) });
  return new Map(agents.map((agent) => [agent.id, agent]));
}

/** An agent in office, the row locked so that nobody ends the appointment meanwhile. */
export async function lockActiveAgent(context: WorkContext, id: string): Promise<Agent> {
  const agent = await context.lock(Agent, { id });
  if (!agent) throw fail('not_found');
  if (agent.validTo !== null) throw fail('agent_not_active', { name: agent.name });
  return agent;
}

/** As `lockActiveAgent`; 422 when the agent belongs to another institution. */
export async function lockAgentOf(context: WorkContext, id: string, institution: Institution): Promise<Agent> {
  const agent = await lockActiveAgent(context, id);
  if (agent.institutionId === institution.id) return agent;
  throw fail('agent_elsewhere', { name: agent.name, institution: institution.name });
}

/** Refuses a substitute that is the agent itself, has left, or belongs to another institution. */
export async function mustSubstitute(em: EntityManager, substituteId: string | null, agent: Agent): Promise<void> {
  if (substituteId === null) return;
  const substitute = await em.findOneBy(Agent, { id: substituteId });
  const fits = substitute?.validTo === null && substitute.institutionId === agent.institutionId;
  if (!fits || substitute.id === agent.id) throw fail('substitute_wrong');
}

/** The absence of each of these agents on a day. */
export async function leavesOn(
  em: EntityManager,
  day: string,
  agentIds: readonly string[],
): Promise<Map<string, Leave>> {
  const leaves = await em.findBy(Leave, {
    agentId: In([...agentIds]),
    fromDay: LessThanOrEqual(day),
    toDay: MoreThanOrEqual(day),
  });
  return new Map(leaves.map((leave) => [leave.agentId, leave]));
}

/** Tells everyone what the appointment is now; no phone number goes out. */
export function tellAppointment(context: WorkContext, agent: Agent, { level, regionId }: Institution): void {
  const { id: agentId, name, institutionId, classes, validTo } = agent;
  const active = validTo === null;
  context.publish(agentEvents, 'appointed', {
    agentId,
    name,
    institutionId,
    institutionLevel: level,
    regionId,
    classes,
    active,
  });
}
