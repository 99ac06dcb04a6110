import { Controller } from '@nestjs/common';
import { convertPreApproval, meetCondition, reviewPreApprovalAgain } from '#libs/contracts/approvals/conversions.js';
import { listPreApprovalQueue } from '#libs/contracts/approvals/pre-approval-queue.js';
import {
  applyForPreApproval,
  dropPreApproval,
  extendPreApproval,
  getPreApproval,
  issuePreApproval,
  listPreApprovals,
  refusePreApproval,
  resubmitPreApproval,
  returnPreApproval,
  revokePreApproval,
} from '#libs/contracts/approvals/pre-approvals.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ApplicationsService } from './applications.service.js';
import { DocumentsService } from './documents.service.js';
import { ConversionsService } from './conversions.service.js';
import { PreApprovalQueriesService } from './pre-approval-queries.service.js';

@Controller()
export class PreApprovalsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly documents: DocumentsService,
    private readonly conversions: ConversionsService,
    private readonly queries: PreApprovalQueriesService,
  ) {}

  @Handle(applyForPreApproval)
  apply(input: Input<typeof applyForPreApproval>, context: WorkContext) {
    return this.applications.apply(context, input);
  }

  @Handle(resubmitPreApproval)
  resubmit(input: Input<typeof resubmitPreApproval>, context: WorkContext) {
    return this.applications.resubmit(context, input);
  }

  @Handle(dropPreApproval)
  drop(input: Input<typeof dropPreApproval>, context: WorkContext) {
    return this.applications.drop(context, input);
  }

  @Handle(issuePreApproval)
  issue(input: Input<typeof issuePreApproval>, context: WorkContext) {
    return this.documents.issue(context, input);
  }

  @Handle(refusePreApproval)
  refuse(input: Input<typeof refusePreApproval>, context: WorkContext) {
    return this.documents.refuse(context, input);
  }

  @Handle(returnPreApproval)
  sendBack(input: Input<typeof returnPreApproval>, context: WorkContext) {
    return this.documents.sendBack(context, input);
  }

  @Handle(revokePreApproval)
  revoke(input: Input<typeof revokePreApproval>, context: WorkContext) {
    return this.documents.revoke(context, input);
  }

  @Handle(extendPreApproval)
  extend(input: Input<typeof extendPreApproval>, context: WorkContext) {
    return this.documents.extend(context, input);
  }

  @Handle(meetCondition)
  meet(input: Input<typeof meetCondition>, context: WorkContext) {
    return this.conversions.meet(context, input);
  }

  @Handle(convertPreApproval)
  convert(input: Input<typeof convertPreApproval>, context: WorkContext) {
    return this.conversions.convert(context, input);
  }

  @Handle(reviewPreApprovalAgain)
  reviewAgain(input: Input<typeof reviewPreApprovalAgain>, context: WorkContext) {
    return this.conversions.reviewAgain(context, input);
  }

  @Handle(getPreApproval)
  get(input: Input<typeof getPreApproval>, context: QueryContext) {
    return this.queries.get(context, input);
  }

  @Handle(listPreApprovals)
  list(input: Input<typeof listPreApprovals>, context: QueryContext) {
    return this.queries.list(context, input);
  }

  @Handle(listPreApprovalQueue)
  queue(input: Input<typeof listPreApprovalQueue>, context: QueryContext) {
    return this.queries.queue(context, input);
  }
}
