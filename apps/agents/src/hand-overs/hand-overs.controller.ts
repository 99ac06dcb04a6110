import { Controller } from '@nestjs/common';
import {
  acceptHandOver,
  listHandOvers,
  listPendingHandOvers,
  proposeHandOver,
  returnHandOver,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { HandOversService } from './hand-overs.service.js';

@Controller()
export class HandOversController {
  constructor(private readonly service: HandOversService) {}

  @Handle(proposeHandOver)
  propose(input: Input<typeof proposeHandOver>, context: WorkContext) {
    return this.service.propose(context, input);
  }

  @Handle(acceptHandOver)
  accept(input: Input<typeof acceptHandOver>, context: WorkContext) {
    return this.service.accept(context, input);
  }

  @Handle(returnHandOver)
  return(input: Input<typeof returnHandOver>, context: WorkContext) {
    return this.service.return(context, input);
  }

  @Handle(listHandOvers)
  list(input: Input<typeof listHandOvers>, context: QueryContext) {
    return this.service.list(context, input);
  }

  @Handle(listPendingHandOvers)
  pending(input: Input<typeof listPendingHandOvers>, context: QueryContext) {
    return this.service.pending(context, input);
  }
}
