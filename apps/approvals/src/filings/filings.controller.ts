import { Controller } from '@nestjs/common';
import {
  cancelApproval,
  getApproval,
  listApprovals,
  submitApproval,
  supplyCorrection,
  supplyDeferred,
  withdrawApproval,
} from '#libs/contracts/approvals/filings.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { SubmissionsService } from './submissions.service.js';
import { ApplicantsService } from './applicants.service.js';
import { FilingQueriesService } from './filing-queries.service.js';

/** The side of the unit and of the holder of its mandate, and what everyone reads. */
@Controller()
export class FilingsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly applicants: ApplicantsService,
    private readonly queries: FilingQueriesService,
  ) {}

  @Handle(submitApproval)
  submit(input: Input<typeof submitApproval>, context: WorkContext) {
    return this.submissions.submit(context, input);
  }

  @Handle(cancelApproval)
  cancel(input: Input<typeof cancelApproval>, context: WorkContext) {
    return this.applicants.cancel(context, input);
  }

  @Handle(withdrawApproval)
  withdraw(input: Input<typeof withdrawApproval>, context: WorkContext) {
    return this.applicants.withdraw(context, input);
  }

  @Handle(supplyCorrection)
  supplyCorrection(input: Input<typeof supplyCorrection>, context: WorkContext) {
    return this.applicants.supplyCorrection(context, input);
  }

  @Handle(supplyDeferred)
  supplyDeferred(input: Input<typeof supplyDeferred>, context: WorkContext) {
    return this.applicants.supplyDeferred(context, input);
  }

  @Handle(listApprovals)
  list(input: Input<typeof listApprovals>, context: QueryContext) {
    return this.queries.list(context, input);
  }

  @Handle(getApproval)
  get(input: Input<typeof getApproval>, context: QueryContext) {
    return this.queries.get(context, input);
  }
}
