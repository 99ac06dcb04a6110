import { Controller } from '@nestjs/common';
import {
  acceptApproval,
  beginSpecialProcedure,
  decideApproval,
  endSpecialProcedure,
  extendApproval,
  refuseAcceptance,
  requestCorrection,
  revokeApproval,
} from '#libs/contracts/approvals/reviews.js';
import type { Input } from '#libs/contracts/define.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { AcceptancesService } from './acceptances.service.js';
import { SpecialProceduresService } from './special-procedures.service.js';
import { DecisionsService } from './decisions.service.js';

/** The side of the body that handles or decides. */
@Controller()
export class ReviewsController {
  constructor(
    private readonly acceptances: AcceptancesService,
    private readonly procedures: SpecialProceduresService,
    private readonly decisions: DecisionsService,
  ) {}

  @Handle(acceptApproval)
  accept(input: Input<typeof acceptApproval>, context: WorkContext) {
    return this.acceptances.accept(context, input);
  }

  @Handle(refuseAcceptance)
  refuse(input: Input<typeof refuseAcceptance>, context: WorkContext) {
    return this.acceptances.refuse(context, input);
  }

  @Handle(requestCorrection)
  requestCorrection(input: Input<typeof requestCorrection>, context: WorkContext) {
    return this.acceptances.requestCorrection(context, input);
  }

  @Handle(beginSpecialProcedure)
  begin(input: Input<typeof beginSpecialProcedure>, context: WorkContext) {
    return this.procedures.begin(context, input);
  }

  @Handle(endSpecialProcedure)
  end(input: Input<typeof endSpecialProcedure>, context: WorkContext) {
    return this.procedures.end(context, input);
  }

  @Handle(extendApproval)
  extend(input: Input<typeof extendApproval>, context: WorkContext) {
    return this.procedures.extend(context, input);
  }

  @Handle(decideApproval)
  decide(input: Input<typeof decideApproval>, context: WorkContext) {
    return this.decisions.decide(context, input);
  }

  @Handle(revokeApproval)
  revoke(input: Input<typeof revokeApproval>, context: WorkContext) {
    return this.decisions.revoke(context, input);
  }
}
