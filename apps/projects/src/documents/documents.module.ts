import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { OriginalsService } from './originals.service.js';

@Module({ controllers: [DocumentsController], providers: [DocumentsService, OriginalsService] })
export class DocumentsModule {}
