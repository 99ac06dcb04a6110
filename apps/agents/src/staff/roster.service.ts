import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { agentContacts, getAgent, listAgents } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Institution } from '../institutions/institution.entity.js';
import { containing, paged } from '../paging.js';
import { Agent } from './agent.entity.js';
import type { AgentClass } from './agent.entity.js';
import { agentView, agentViews } from './agent.view.js';

/** The words people search a class by; the plan itself writes 宣传员 for 宣讲员 once (R15). */
const WORDS: Record<AgentClass, string[]> = {
  manager: ['总体工作管理员'],
  guide: ['审批流程指导员'],
  helper: ['帮代办服务员'],
  policy_adviser: ['审批政策宣讲员', '审批政策宣传员'],
  inspector: ['工作督导员'],
};

const classesCalled = (q: string): string[] =>
  Object.entries(WORDS)
    .filter(([, words]) => words.some((word) => word.includes(q)))
    .map(([name]) => name);

@Injectable()
export class RosterService {
  async list(context: QueryContext, filters: Input<typeof listAgents>) {
    const query = context.em
      .createQueryBuilder(Agent, 'agent')
      .innerJoin(Institution, 'institution', 'institution.id = agent.institutionId')
      .orderBy('institution.regionId')
      .addOrderBy('agent.name')
      .addOrderBy('agent.id');
    if (filters.active ?? true) query.andWhere('agent.validTo IS NULL');
    for (const [condition, value] of conditionsOf(filters)) {
      if (value !== undefined) query.andWhere(condition, filters);
    }
    if (filters.q !== undefined) {
      query.andWhere('(agent.name ILIKE :like OR agent.orderNumber ILIKE :like OR agent.classes && :classes)', {
        like: containing(filters.q),
        classes: classesCalled(filters.q),
      });
    }
    return paged(query, filters, (agents) => agentViews(context, agents));
  }

  async get(context: QueryContext, { id }: Input<typeof getAgent>) {
    const agent = await context.em.findOneBy(Agent, { id });
    if (!agent) throw fail('not_found');
    return agentView(context, agent);
  }

  async contacts({ em }: QueryContext, { agentIds }: Input<typeof agentContacts>) {
    const agents = await em.findBy(Agent, { id: In(agentIds) });
    return { items: agents.map(({ id, name, mobile }) => ({ agentId: id, name, mobile })) };
  }
}

const conditionsOf = (filters: Input<typeof listAgents>): [string, unknown][] => [
  ['agent.institutionId = :institutionId', filters.institutionId],
  ['institution.regionId = :regionId', filters.regionId],
  [':class = ANY(agent.classes)', filters.class],
  [':specialty = ANY(agent.specialties)', filters.specialty],
  [':stage = ANY(agent.helperStages)', filters.stage],
  [':policyDomain = ANY(agent.policyDomains)', filters.policyDomain],
  [
    `EXISTS (SELECT 1 FROM item WHERE item.code = :itemCode AND item.helper_stage = ANY(agent.helperStages)
       AND (cardinality(agent.itemCodes) = 0 OR item.code = ANY(agent.itemCodes)))`,
    filters.itemCode,
  ],
];
