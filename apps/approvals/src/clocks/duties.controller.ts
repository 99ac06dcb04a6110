import { Controller } from '@nestjs/common';
import { listDuties } from '#libs/contracts/approvals/duties.js';
import type { Fact, Input } from '#libs/contracts/define.js';
import { milestoneEvents } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle, OnFact } from '#libs/messaging/handlers.js';
import { DutiesService } from './duties.service.js';

@Controller()
export class DutiesController {
  constructor(private readonly duties: DutiesService) {}

  @Handle(listDuties)
  list(input: Input<typeof listDuties>, context: QueryContext) {
    return this.duties.list(context, input);
  }

  @OnFact(milestoneEvents, 'reached')
  reached({ data }: Fact<typeof milestoneEvents, 'reached'>, context: WorkContext): Promise<void> {
    return this.duties.follow(context, data);
  }
}
