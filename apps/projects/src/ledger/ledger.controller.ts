import { Controller } from '@nestjs/common';
import { ALL_STREAMS } from '#libs/contracts/streams.js';
import type { Fact, Input } from '#libs/contracts/define.js';
import { readLedger, writeLedgerLine } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle, OnEveryFact } from '#libs/messaging/handlers.js';
import { LedgerService } from './ledger.service.js';

@Controller()
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @OnEveryFact(...ALL_STREAMS)
  enter(fact: Fact, context: WorkContext): Promise<void> {
    return this.ledger.enter(context, fact);
  }

  @Handle(writeLedgerLine)
  write(input: Input<typeof writeLedgerLine>, context: WorkContext) {
    return this.ledger.write(context, input);
  }

  @Handle(readLedger)
  read(input: Input<typeof readLedger>, context: QueryContext) {
    return this.ledger.read(context, input);
  }
}
