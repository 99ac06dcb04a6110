import { Controller } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import { agentEvents, institutionEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { projection } from '#libs/messaging/projections.js';
import { Agent } from './agent.entity.js';
import { Institution } from './institution.entity.js';

const directory = projection('directory', Institution, Agent);

/** Keeps the copies of institutions and agents; an older fact never overwrites a newer one. */
@Controller()
export class DirectoryController {
  @OnFact(institutionEvents, 'established', directory)
  async established(
    { data, time }: Fact<typeof institutionEvents, 'established'>,
    context: WorkContext,
  ): Promise<void> {
    const { institutionId: id, name, level, regionId, active } = data;
    const knownAt = new Date(time);
    const known = await context.lock(Institution, { id });
    if (!known) context.add(Institution, { id, name, level, regionId, active, knownAt });
    else if (known.knownAt <= knownAt) Object.assign(known, { name, level, regionId, active, knownAt });
  }

  @OnFact(agentEvents, 'appointed', directory)
  async appointed({ data, time }: Fact<typeof agentEvents, 'appointed'>, context: WorkContext): Promise<void> {
    const { agentId: id, name, institutionId, classes, active } = data;
    const knownAt = new Date(time);
    const known = await context.lock(Agent, { id });
    if (!known) context.add(Agent, { id, name, institutionId, classes, active, knownAt });
    else if (known.knownAt <= knownAt) Object.assign(known, { name, institutionId, classes, active, knownAt });
  }
}
