import { Module } from '@nestjs/common';
import { ClockWarnings } from './clocks.due-work.js';
import { DutiesController } from './duties.controller.js';
import { DutiesService } from './duties.service.js';

@Module({ controllers: [DutiesController], providers: [ClockWarnings, DutiesService], exports: [ClockWarnings] })
export class ClocksModule {}
