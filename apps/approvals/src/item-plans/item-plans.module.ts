import { Module } from '@nestjs/common';
import { ItemPlansController } from './item-plans.controller.js';
import { ItemPlansService } from './item-plans.service.js';

@Module({ controllers: [ItemPlansController], providers: [ItemPlansService] })
export class ItemPlansModule {}
