import { Controller } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import { agentEvents, unitEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { projection } from '#libs/messaging/projections.js';
import { Member, Unit } from './member.entity.js';

const directory = projection('directory', Member, Unit);

/** Keeps who belongs where, so that a principal is resolved without asking another service. */
@Controller()
export class DirectoryController {
  @OnFact(agentEvents, 'appointed', directory)
  async appointed({ data }: Fact<typeof agentEvents, 'appointed'>, context: WorkContext): Promise<void> {
    const { agentId, ...told } = data;
    const member = await context.lock(Member, { id: agentId });
    if (member) Object.assign(member, told);
    else context.add(Member, { id: agentId, ...told });
  }

  @OnFact(unitEvents, 'registered', directory)
  async registered({ data }: Fact<typeof unitEvents, 'registered'>, context: WorkContext): Promise<void> {
    const unit = await context.lock(Unit, { id: data.unitId });
    if (unit) unit.name = data.name;
    else context.add(Unit, { id: data.unitId, name: data.name });
  }
}
