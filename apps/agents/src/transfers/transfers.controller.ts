import { Controller } from '@nestjs/common';
import {
  listCaseTransfers,
  listTransfers,
  proposeTransfer,
  receiveTransfer,
  returnTransfer,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { TransferQueueService } from './transfer-queue.service.js';
import { TransfersService } from './transfers.service.js';

@Controller()
export class TransfersController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly queue: TransferQueueService,
  ) {}

  @Handle(proposeTransfer)
  propose(input: Input<typeof proposeTransfer>, context: WorkContext) {
    return this.transfers.propose(context, input);
  }

  @Handle(receiveTransfer)
  receive(input: Input<typeof receiveTransfer>, context: WorkContext) {
    return this.transfers.receive(context, input);
  }

  @Handle(returnTransfer)
  return(input: Input<typeof returnTransfer>, context: WorkContext) {
    return this.transfers.return(context, input);
  }

  @Handle(listTransfers)
  list(input: Input<typeof listTransfers>, context: QueryContext) {
    return this.queue.list(context, input);
  }

  @Handle(listCaseTransfers)
  ofCase(input: Input<typeof listCaseTransfers>, context: QueryContext) {
    return this.queue.ofCase(context, input);
  }
}
