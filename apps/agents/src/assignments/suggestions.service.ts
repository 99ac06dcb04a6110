import { Injectable } from '@nestjs/common';
import { ArrayContains, IsNull } from 'typeorm';
import type { suggestAgents } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { readCase } from '../cases/cases.js';
import type { KnownCase } from '../cases/cases.js';
import { Agent } from '../staff/agent.entity.js';
import { candidatesOf, domainOf, requestOf } from './candidates.js';
import { CLASS_OF_ROLE } from './fitness.js';
import { suggest } from './suggest.js';

type Wanted = Input<typeof suggestAgents>;

/** Who could take a case, with the reasons; a person decides. */
@Injectable()
export class SuggestionsService {
  async suggest(context: QueryContext, { caseId, role }: Wanted) {
    const found = await readCase(context, caseId);
    if (found.planVersion === null) throw fail('not_yet_known');
    const sought = role === 'principal' ? 'principal_helper' : 'guide';
    const request = await requestOf(context, found, { role: sought, stage: null });
    const specialty = role === 'guide' ? request.specialty : null;
    const agents = await this.agentsFor(context, found, role);
    const { ranked, excluded } = suggest({ ...request, specialty }, await candidatesOf(context, caseId, agents));
    return { regionId: request.place.regionId, ranked, excluded };
  }

  /** Agents in office of the class; of policy advisers those of the project's domain, if there are any (R21). */
  private async agentsFor({ em }: QueryContext, { scenario }: KnownCase, role: Wanted['role']): Promise<Agent[]> {
    const wanted = CLASS_OF_ROLE[role];
    const agents = await em.findBy(Agent, { classes: ArrayContains(wanted ? [wanted] : []), validTo: IsNull() });
    if (role !== 'policy_adviser') return agents;
    const domain = domainOf(scenario);
    const versed = agents.filter(({ policyDomains }) => domain !== null && policyDomains.includes(domain));
    return versed.length > 0 ? versed : agents;
  }
}
