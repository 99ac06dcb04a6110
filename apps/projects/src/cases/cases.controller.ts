import { Controller } from '@nestjs/common';
import type { Fact, Input } from '#libs/contracts/define.js';
import { itemPlanEvents } from '#libs/contracts/facts.js';
import {
  applyForService,
  confirmApplication,
  draftApplication,
  requestClosure,
  terminateCase,
} from '#libs/contracts/projects.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Handle, OnFact } from '#libs/messaging/handlers.js';
import { CasesService } from './cases.service.js';
import { ClosureService } from './closure.service.js';

@Controller()
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly closure: ClosureService,
  ) {}

  @Handle(applyForService)
  apply(input: Input<typeof applyForService>, context: WorkContext) {
    return this.cases.apply(context, input);
  }

  @Handle(draftApplication)
  draft(input: Input<typeof draftApplication>, context: WorkContext) {
    return this.cases.draft(context, input);
  }

  @Handle(confirmApplication)
  confirm(input: Input<typeof confirmApplication>, context: WorkContext) {
    return this.cases.confirm(context, input);
  }

  @Handle(terminateCase)
  terminate(input: Input<typeof terminateCase>, context: WorkContext) {
    return this.cases.terminate(context, input);
  }

  @Handle(requestClosure)
  requestClosure(input: Input<typeof requestClosure>, context: WorkContext) {
    return this.closure.request(context, input);
  }

  @OnFact(itemPlanEvents, 'closureChecked')
  closureChecked({ data }: Fact<typeof itemPlanEvents, 'closureChecked'>, context: WorkContext) {
    return this.closure.settle(context, data);
  }
}
