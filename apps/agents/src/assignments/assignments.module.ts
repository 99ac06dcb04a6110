import { Module } from '@nestjs/common';
import { AssignmentQueueService } from './assignment-queue.service.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsService } from './assignments.service.js';
import { SuggestionsService } from './suggestions.service.js';
import { TeamService } from './team.service.js';

@Module({
  controllers: [AssignmentsController],
  providers: [AssignmentsService, AssignmentQueueService, SuggestionsService, TeamService],
})
export class AssignmentsModule {}
