import { Module } from '@nestjs/common';
import { JointReviewsController } from './joint-reviews.controller.js';
import { JointReviewsService } from './joint-reviews.service.js';
import { OpenReviewsService } from './open-reviews.service.js';
import { OpinionsService } from './opinions.service.js';

@Module({
  controllers: [JointReviewsController],
  providers: [JointReviewsService, OpinionsService, OpenReviewsService],
})
export class JointReviewsModule {}
