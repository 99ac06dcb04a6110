import { Controller } from '@nestjs/common';
import { listMilestones, recordMilestone } from '#libs/contracts/approvals/milestones.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { MilestonesService } from './milestones.service.js';

@Controller()
export class MilestonesController {
  constructor(private readonly milestones: MilestonesService) {}

  @Handle(recordMilestone)
  record(input: Input<typeof recordMilestone>, context: WorkContext) {
    return this.milestones.record(context, input);
  }

  @Handle(listMilestones)
  list({ caseId }: Input<typeof listMilestones>, context: QueryContext) {
    return this.milestones.list(context, caseId);
  }
}
