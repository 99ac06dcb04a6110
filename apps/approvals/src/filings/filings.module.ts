import { Module } from '@nestjs/common';
import { AcceptancesService } from './acceptances.service.js';
import { ApplicantsService } from './applicants.service.js';
import { CaseStartFollower } from './case-start-follower.controller.js';
import { CompletionsService } from './completions.service.js';
import { DecisionsService } from './decisions.service.js';
import { FilingQueriesService } from './filing-queries.service.js';
import { FilingsController } from './filings.controller.js';
import { PreReviewsService } from './pre-reviews.service.js';
import { RecordsController } from './records.controller.js';
import { RecordsService } from './records.service.js';
import { ReviewsController } from './reviews.controller.js';
import { SpecialProceduresService } from './special-procedures.service.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  controllers: [FilingsController, ReviewsController, RecordsController, CaseStartFollower],
  providers: [
    SubmissionsService,
    ApplicantsService,
    AcceptancesService,
    SpecialProceduresService,
    DecisionsService,
    RecordsService,
    CompletionsService,
    PreReviewsService,
    FilingQueriesService,
  ],
})
export class FilingsModule {}
