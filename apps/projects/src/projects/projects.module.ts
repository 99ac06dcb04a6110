import { Module } from '@nestjs/common';
import { EligibilityService } from './eligibility.service.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';

@Module({ controllers: [ProjectsController], providers: [ProjectsService, EligibilityService] })
export class ProjectsModule {}
