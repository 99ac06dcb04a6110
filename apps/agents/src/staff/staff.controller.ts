import { Controller } from '@nestjs/common';
import {
  agentContacts,
  appointAgent,
  editAgent,
  endAgent,
  getAgent,
  listAgents,
  recordLeave,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { RosterService } from './roster.service.js';
import { StaffService } from './staff.service.js';

@Controller()
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly roster: RosterService,
  ) {}

  @Handle(appointAgent)
  appoint(input: Input<typeof appointAgent>, context: WorkContext) {
    return this.staff.appoint(context, input);
  }

  @Handle(editAgent)
  edit(input: Input<typeof editAgent>, context: WorkContext) {
    return this.staff.edit(context, input);
  }

  @Handle(endAgent)
  end(input: Input<typeof endAgent>, context: WorkContext) {
    return this.staff.end(context, input);
  }

  @Handle(recordLeave)
  recordLeave(input: Input<typeof recordLeave>, context: WorkContext) {
    return this.staff.recordLeave(context, input);
  }

  @Handle(listAgents)
  list(input: Input<typeof listAgents>, context: QueryContext) {
    return this.roster.list(context, input);
  }

  @Handle(getAgent)
  get(input: Input<typeof getAgent>, context: QueryContext) {
    return this.roster.get(context, input);
  }

  @Handle(agentContacts)
  contacts(input: Input<typeof agentContacts>, context: QueryContext) {
    return this.roster.contacts(context, input);
  }
}
