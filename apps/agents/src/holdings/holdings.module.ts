import { Module } from '@nestjs/common';
import { BulkHandOversService } from './bulk-hand-overs.service.js';
import { HoldingsController } from './holdings.controller.js';
import { HoldingsService } from './holdings.service.js';

@Module({ controllers: [HoldingsController], providers: [HoldingsService, BulkHandOversService] })
export class HoldingsModule {}
