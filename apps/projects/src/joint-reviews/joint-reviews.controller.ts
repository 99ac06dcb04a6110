import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import {
  closeReview,
  conveneReview,
  giveOpinion,
  listOpenReviews,
  listReviews,
  recordWrittenOpinion,
} from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { JointReviewsService } from './joint-reviews.service.js';
import { OpenReviewsService } from './open-reviews.service.js';
import { OpinionsService } from './opinions.service.js';

@Controller()
export class JointReviewsController {
  constructor(
    private readonly reviews: JointReviewsService,
    private readonly opinions: OpinionsService,
    private readonly open: OpenReviewsService,
  ) {}

  @Handle(conveneReview)
  convene(input: Input<typeof conveneReview>, context: WorkContext) {
    return this.reviews.convene(context, input);
  }

  @Handle(giveOpinion)
  give(input: Input<typeof giveOpinion>, context: WorkContext) {
    return this.opinions.give(context, input);
  }

  @Handle(recordWrittenOpinion)
  recordWritten(input: Input<typeof recordWrittenOpinion>, context: WorkContext) {
    return this.opinions.recordWritten(context, input);
  }

  @Handle(closeReview)
  close(input: Input<typeof closeReview>, context: WorkContext) {
    return this.reviews.close(context, input);
  }

  @Handle(listReviews)
  list(input: Input<typeof listReviews>, context: QueryContext) {
    return this.reviews.list(context, input);
  }

  @Handle(listOpenReviews)
  listOpen(input: Input<typeof listOpenReviews>, context: QueryContext) {
    return this.open.list(context, input);
  }
}
