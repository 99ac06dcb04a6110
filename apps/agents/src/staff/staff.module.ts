import { Module } from '@nestjs/common';
import { RosterService } from './roster.service.js';
import { StaffController } from './staff.controller.js';
import { StaffService } from './staff.service.js';

@Module({ controllers: [StaffController], providers: [RosterService, StaffService] })
export class StaffModule {}
