import { Module } from '@nestjs/common';
import { ApplicationsService } from './applications.service.js';
import { ConversionsService } from './conversions.service.js';
import { DocumentsService } from './documents.service.js';
import { PreApprovalQueriesService } from './pre-approval-queries.service.js';
import { PreApprovalsController } from './pre-approvals.controller.js';

@Module({
  controllers: [PreApprovalsController],
  providers: [ApplicationsService, DocumentsService, ConversionsService, PreApprovalQueriesService],
})
export class PreApprovalsModule {}
