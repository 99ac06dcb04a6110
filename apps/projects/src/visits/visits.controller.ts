import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { listVisits, recordTrip, recordVisit } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { VisitsService } from './visits.service.js';

@Controller()
export class VisitsController {
  constructor(private readonly visits: VisitsService) {}

  @Handle(recordVisit)
  recordVisit(input: Input<typeof recordVisit>, context: WorkContext) {
    return this.visits.recordVisit(context, input);
  }

  @Handle(recordTrip)
  recordTrip(input: Input<typeof recordTrip>, context: WorkContext) {
    return this.visits.recordTrip(context, input);
  }

  @Handle(listVisits)
  list(input: Input<typeof listVisits>, context: QueryContext) {
    return this.visits.list(context, input);
  }
}
