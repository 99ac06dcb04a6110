import { Controller } from '@nestjs/common';
import {
  backFillApproval,
  confirmRecord,
  givePreReviewOpinion,
  listPreReviewQueue,
  listPreReviews,
  recordCompletion,
  recordExternalDecision,
  rejectRecord,
  requestPreReview,
} from '#libs/contracts/approvals/records.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { RecordsService } from './records.service.js';
import { CompletionsService } from './completions.service.js';
import { PreReviewsService } from './pre-reviews.service.js';

/** What is recorded and not decided here. */
@Controller()
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly completions: CompletionsService,
    private readonly preReviews: PreReviewsService,
  ) {}

  @Handle(recordExternalDecision)
  recordExternal(input: Input<typeof recordExternalDecision>, context: WorkContext) {
    return this.records.recordExternal(context, input);
  }

  @Handle(backFillApproval)
  backFill(input: Input<typeof backFillApproval>, context: WorkContext) {
    return this.records.backFill(context, input);
  }

  @Handle(confirmRecord)
  confirm(input: Input<typeof confirmRecord>, context: WorkContext) {
    return this.records.confirm(context, input);
  }

  @Handle(rejectRecord)
  reject(input: Input<typeof rejectRecord>, context: WorkContext) {
    return this.records.reject(context, input);
  }

  @Handle(recordCompletion)
  complete(input: Input<typeof recordCompletion>, context: WorkContext) {
    return this.completions.record(context, input);
  }

  @Handle(requestPreReview)
  requestPreReview(input: Input<typeof requestPreReview>, context: WorkContext) {
    return this.preReviews.request(context, input);
  }

  @Handle(givePreReviewOpinion)
  givePreReviewOpinion(input: Input<typeof givePreReviewOpinion>, context: WorkContext) {
    return this.preReviews.answer(context, input);
  }

  @Handle(listPreReviews)
  listPreReviews(input: Input<typeof listPreReviews>, context: QueryContext) {
    return this.preReviews.list(context, input);
  }

  @Handle(listPreReviewQueue)
  preReviewQueue(input: Input<typeof listPreReviewQueue>, context: QueryContext) {
    return this.preReviews.queue(context, input);
  }
}
