import { Module } from '@nestjs/common';
import { TransferQueueService } from './transfer-queue.service.js';
import { TransfersController } from './transfers.controller.js';
import { TransfersService } from './transfers.service.js';

@Module({ controllers: [TransfersController], providers: [TransferQueueService, TransfersService] })
export class TransfersModule {}
