import { Controller } from '@nestjs/common';
import {
  answerFacts,
  getItemPlan,
  getItemPlanVersion,
  listItemPlanVersions,
  markItemNeeded,
  markItemNotNeeded,
  reopenItemPlan,
  setItemLevel,
  setItemMode,
} from '#libs/contracts/approvals/item-plans.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ItemPlansService } from './item-plans.service.js';

@Controller()
export class ItemPlansController {
  constructor(private readonly plans: ItemPlansService) {}

  @Handle(getItemPlan)
  get({ caseId }: Input<typeof getItemPlan>, context: QueryContext) {
    return this.plans.get(context, caseId);
  }

  @Handle(listItemPlanVersions)
  versions({ caseId }: Input<typeof listItemPlanVersions>, context: QueryContext) {
    return this.plans.versions(context, caseId);
  }

  @Handle(getItemPlanVersion)
  version({ caseId, version }: Input<typeof getItemPlanVersion>, context: QueryContext) {
    return this.plans.version(context, caseId, version);
  }

  @Handle(answerFacts)
  answer(input: Input<typeof answerFacts>, context: WorkContext) {
    return this.plans.answer(context, input);
  }

  @Handle(setItemLevel)
  setLevel(input: Input<typeof setItemLevel>, context: WorkContext) {
    return this.plans.setLevel(context, input);
  }

  @Handle(setItemMode)
  setMode(input: Input<typeof setItemMode>, context: WorkContext) {
    return this.plans.setMode(context, input);
  }

  @Handle(markItemNotNeeded)
  markNotNeeded(input: Input<typeof markItemNotNeeded>, context: WorkContext) {
    return this.plans.markNotNeeded(context, input);
  }

  @Handle(markItemNeeded)
  markNeeded(input: Input<typeof markItemNeeded>, context: WorkContext) {
    return this.plans.markNeeded(context, input);
  }

  @Handle(reopenItemPlan)
  reopen(input: Input<typeof reopenItemPlan>, context: WorkContext) {
    return this.plans.reopen(context, input);
  }
}
