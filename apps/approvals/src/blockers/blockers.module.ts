import { Module } from '@nestjs/common';
import { BlockersController } from './blockers.controller.js';
import { BlockersService } from './blockers.service.js';

@Module({ controllers: [BlockersController], providers: [BlockersService] })
export class BlockersModule {}
