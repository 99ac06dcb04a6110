import { Controller } from '@nestjs/common';
import {
  getHoldings,
  handOverAll,
  listBulkHandOvers,
  tryHandOverAll,
  undoBulkHandOver,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { BulkHandOversService } from './bulk-hand-overs.service.js';
import { HoldingsService } from './holdings.service.js';

@Controller()
export class HoldingsController {
  constructor(
    private readonly holdings: HoldingsService,
    private readonly bulks: BulkHandOversService,
  ) {}

  @Handle(getHoldings)
  get(input: Input<typeof getHoldings>, context: QueryContext) {
    return this.holdings.get(context, input);
  }

  @Handle(handOverAll)
  handOverAll(input: Input<typeof handOverAll>, context: WorkContext) {
    return this.bulks.handOverAll(context, input);
  }

  @Handle(tryHandOverAll)
  tryAll(input: Input<typeof tryHandOverAll>, context: WorkContext) {
    return this.bulks.tryAll(context, input);
  }

  @Handle(undoBulkHandOver)
  undo(input: Input<typeof undoBulkHandOver>, context: WorkContext) {
    return this.bulks.undo(context, input);
  }

  @Handle(listBulkHandOvers)
  list(input: Input<typeof listBulkHandOvers>, context: QueryContext) {
    return this.bulks.list(context, input);
  }
}
