import { Controller } from '@nestjs/common';
import {
  assignAgent,
  beginInspection,
  endAssignment,
  formTeam,
  getTeam,
  listAssignments,
  suggestAgents,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { AssignmentQueueService } from './assignment-queue.service.js';
import { AssignmentsService } from './assignments.service.js';
import { SuggestionsService } from './suggestions.service.js';
import { TeamService } from './team.service.js';

@Controller()
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly suggestions: SuggestionsService,
    private readonly team: TeamService,
    private readonly queue: AssignmentQueueService,
  ) {}

  @Handle(suggestAgents)
  suggest(input: Input<typeof suggestAgents>, context: QueryContext) {
    return this.suggestions.suggest(context, input);
  }

  @Handle(assignAgent)
  assign(input: Input<typeof assignAgent>, context: WorkContext) {
    return this.assignments.assign(context, input);
  }

  @Handle(endAssignment)
  end(input: Input<typeof endAssignment>, context: WorkContext) {
    return this.assignments.end(context, input);
  }

  @Handle(getTeam)
  get(input: Input<typeof getTeam>, context: QueryContext) {
    return this.team.get(context, input);
  }

  @Handle(formTeam)
  form(input: Input<typeof formTeam>, context: WorkContext) {
    return this.team.form(context, input);
  }

  @Handle(beginInspection)
  inspect(input: Input<typeof beginInspection>, context: WorkContext) {
    return this.team.inspect(context, input);
  }

  @Handle(listAssignments)
  list(input: Input<typeof listAssignments>, context: QueryContext) {
    return this.queue.list(context, input);
  }
}
