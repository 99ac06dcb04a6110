import { Module } from '@nestjs/common';
import { WorkbenchController } from './workbench.controller.js';
import { WorkbenchService } from './workbench.service.js';

@Module({ controllers: [WorkbenchController], providers: [WorkbenchService] })
export class WorkbenchModule {}
