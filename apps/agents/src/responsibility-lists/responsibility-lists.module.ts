import { Module } from '@nestjs/common';
import { ResponsibilityListsController } from './responsibility-lists.controller.js';
import { ResponsibilityListsService } from './responsibility-lists.service.js';

@Module({ controllers: [ResponsibilityListsController], providers: [ResponsibilityListsService] })
export class ResponsibilityListsModule {}
