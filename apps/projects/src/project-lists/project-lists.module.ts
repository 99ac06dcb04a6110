import { Module } from '@nestjs/common';
import { ProjectListsController } from './project-lists.controller.js';
import { ProjectListsService } from './project-lists.service.js';

@Module({ controllers: [ProjectListsController], providers: [ProjectListsService] })
export class ProjectListsModule {}
