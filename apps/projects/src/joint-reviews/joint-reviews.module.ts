import { Module } from '@nestjs/common';
import { JointReviewsController } from './joint-reviews.controller.js';
import { JointReviewsService } from './joint-reviews.service.js';

@Module({ controllers: [JointReviewsController], providers: [JointReviewsService] })
export class JointReviewsModule {}
