import { Module } from '@nestjs/common';
import { JointReviewsController } from './joint-reviews.controller.js';
import { JointReviewsService } from './joint-reviews.service.js';
import { OpinionsService } from './opinions.service.js';

@Module({ controllers: [JointReviewsController], providers: [JointReviewsService, OpinionsService] })
export class JointReviewsModule {}
