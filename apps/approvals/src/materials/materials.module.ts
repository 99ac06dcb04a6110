import { Module } from '@nestjs/common';
import { ChecklistsService } from './checklists.service.js';
import { MaterialsController } from './materials.controller.js';

@Module({ controllers: [MaterialsController], providers: [ChecklistsService] })
export class MaterialsModule {}
