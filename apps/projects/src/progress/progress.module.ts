import { Module } from '@nestjs/common';
import { CaseQueries } from './case-queries.service.js';
import { FilingsController } from './filings.controller.js';
import { PreApprovalsController } from './pre-approvals.controller.js';
import { ProgressController } from './progress.controller.js';

@Module({ controllers: [ProgressController, FilingsController, PreApprovalsController], providers: [CaseQueries] })
export class ProgressModule {}
