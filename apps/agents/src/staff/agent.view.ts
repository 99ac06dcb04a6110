import { In, MoreThanOrEqual } from 'typeorm';
import { editAgent, endAgent, handOverAll, publishResponsibilityList, recordLeave } from '#libs/contracts/agents.js';
import type { Agent as View } from '#libs/contracts/agents.js';
import { may } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { openLoads } from '../assignments/load.js';
import { institutionsById, managedBy } from '../institutions/administration.js';
import type { Agent } from './agent.entity.js';
import { Leave } from './leave.entity.js';

const masked = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/** A mobile is private (R24, R109): in full for those who run the roster and for its owner. */
const maySeeMobile = ({ kind, roles, agentId }: Principal, agent: Agent): boolean =>
  kind === 'administrator' || roles.includes('manager') || agentId === agent.id;

const OWN = [recordLeave, handOverAll];
const MANAGED = [editAgent, endAgent, publishResponsibilityList, ...OWN];

/** Of somebody in office: all of it to a manager, one's own leave and hand-over to oneself. */
function actionsOf(principal: Principal, agent: Agent, isManaged: boolean): string[] {
  if (agent.validTo !== null) return [];
  const acts = isManaged ? MANAGED : principal.agentId === agent.id ? OWN : [];
  return acts.filter(({ permission }) => may(principal, permission)).map(({ name }) => name);
}

export async function agentViews({ em, principal, today }: QueryContext, agents: readonly Agent[]): Promise<View[]> {
  const ids = agents.map(({ id }) => id);
  const institutions = await institutionsById(
    em,
    agents.map(({ institutionId }) => institutionId),
  );
  const isManaged = await managedBy(em, principal);
  const loads = await openLoads(em, ids);
  const leaves = await em.find(Leave, {
    where: { agentId: In(ids), toDay: MoreThanOrEqual(today) },
    order: { fromDay: 'ASC' },
  });
  return agents.map((agent) => {
    const { validFrom, validTo, mobile, ...rest } = agent;
    const institution = institutions.get(agent.institutionId);
    if (!institution) throw new Error(`agent ${agent.id} has no institution`);
    return {
      ...rest,
      institutionName: institution.name,
      regionId: institution.regionId,
      mobile: maySeeMobile(principal, agent) ? mobile : masked(mobile),
      load: loads.get(agent.id) ?? 0,
      from: validFrom,
      to: validTo,
      leaves: leaves
        .filter(({ agentId }) => agentId === agent.id)
        .map(({ id, fromDay, toDay, substituteId, reason }) => ({
          id,
          from: fromDay,
          to: toDay,
          substituteId,
          reason,
        })),
      actions: actionsOf(principal, agent, isManaged(agent.institutionId)),
    };
  });
}

export async function agentView(context: QueryContext, agent: Agent): Promise<View> {
  const [view] = await agentViews(context, [agent]);
  if (!view) throw new Error('one agent has one view');
  return view;
}
