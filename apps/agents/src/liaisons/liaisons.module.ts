import { Module } from '@nestjs/common';
import { ComplianceService } from './compliance.service.js';
import { LiaisonsController } from './liaisons.controller.js';
import { LiaisonsService } from './liaisons.service.js';

@Module({ controllers: [LiaisonsController], providers: [ComplianceService, LiaisonsService] })
export class LiaisonsModule {}
