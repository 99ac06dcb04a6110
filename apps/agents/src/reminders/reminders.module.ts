import { Module } from '@nestjs/common';
import { RemindersController } from './reminders.controller.js';
import { RingingService } from './ringing.service.js';

@Module({ controllers: [RemindersController], providers: [RingingService] })
export class RemindersModule {}
