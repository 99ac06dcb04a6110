import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type {
  PublicResponsibility,
  listResponsibilityLists,
  publicResponsibilityLists,
  publishResponsibilityList,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { institutionInService, institutionsById, mustManage } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { containing, paged } from '../paging.js';
import { itemNames, mustBeItems, regionNames } from '../reference/names.js';
import { Agent } from '../staff/agent.entity.js';
import { agentsById, lockActiveAgent } from '../staff/staff.js';
import { ResponsibilityList } from './responsibility-list.entity.js';

/** A duty, an item or a name that contains the words. */
const MATCHES = `(agent.name ILIKE :like OR array_to_string(list.duties, ' ') ILIKE :like OR EXISTS (
  SELECT 1 FROM item WHERE item.code = ANY(list.itemCodes) AND item.name ILIKE :like))`;

@Injectable()
export class ResponsibilityListsService {
  /** The next edition; the one before stays readable (R24). */
  async publish(context: WorkContext, { agentId, duties, itemCodes }: Input<typeof publishResponsibilityList>) {
    const agent = await lockActiveAgent(context, agentId);
    await mustManage(context, await institutionInService(context, agent.institutionId));
    await mustBeItems(context.em, itemCodes);
    const before = await context.lock(ResponsibilityList, { agentId, replacedOn: IsNull() });
    if (before) before.replacedOn = context.today;
    const edition = (before?.edition ?? 0) + 1;
    const publishedOn = context.today;
    const list = context.add(ResponsibilityList, {
      agentId,
      edition,
      duties,
      itemCodes,
      publishedOn,
      replacedOn: null,
    });
    await context.flush();
    return list;
  }

  async editions({ em }: QueryContext, { agentId }: Input<typeof listResponsibilityLists>) {
    return { items: await em.find(ResponsibilityList, { where: { agentId }, order: { edition: 'DESC' } }) };
  }

  /** What everybody may read of those who are in office (R30). */
  async published({ em }: QueryContext, filters: Input<typeof publicResponsibilityLists>) {
    const { itemCode, regionId, level, q } = filters;
    const query = em
      .createQueryBuilder(ResponsibilityList, 'list')
      .innerJoin(Agent, 'agent', 'agent.id = list.agentId AND agent.validTo IS NULL')
      .innerJoin(Institution, 'institution', 'institution.id = agent.institutionId')
      .where('list.replacedOn IS NULL')
      .orderBy('institution.regionId')
      .addOrderBy('agent.name')
      .addOrderBy('list.id');
    if (itemCode !== undefined) query.andWhere(':itemCode = ANY(list.itemCodes)', { itemCode });
    if (regionId !== undefined) query.andWhere('institution.regionId = :regionId', { regionId });
    if (level !== undefined) query.andWhere('institution.level = :level', { level });
    if (q !== undefined) query.andWhere(MATCHES, { like: containing(q) });
    return paged(query, filters, (lists) => publicViews(em, lists));
  }
}

/** Field by field, so that nothing private comes along when an agent gets another field (R24, R30). */
async function publicViews(em: EntityManager, lists: readonly ResponsibilityList[]): Promise<PublicResponsibility[]> {
  const agents = await agentsById(
    em,
    lists.map(({ agentId }) => agentId),
  );
  const institutions = await institutionsById(
    em,
    [...agents.values()].map(({ institutionId }) => institutionId),
  );
  const regions = await regionNames(
    em,
    [...institutions.values()].map(({ regionId }) => regionId),
  );
  const items = await itemNames(
    em,
    lists.flatMap(({ itemCodes }) => itemCodes),
  );
  return lists.map(({ agentId, duties, itemCodes, publishedOn }) => {
    const agent = agents.get(agentId);
    const institution = agent && institutions.get(agent.institutionId);
    if (!institution) throw new Error(`list of agent ${agentId}: no institution`);
    return {
      name: agent.name,
      classes: agent.classes,
      duties,
      items: itemCodes.map((code) => ({ code, name: items.get(code) ?? code })),
      institutionName: institution.name,
      level: institution.level,
      regionName: regions.get(institution.regionId) ?? institution.regionId,
      workPhone: agent.workPhone,
      publishedOn,
    };
  });
}
