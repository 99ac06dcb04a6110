import { Module } from '@nestjs/common';
import { ItemActionsController } from './item-actions.controller.js';
import { ItemActionsService } from './item-actions.service.js';

@Module({ controllers: [ItemActionsController], providers: [ItemActionsService] })
export class ItemActionsModule {}
