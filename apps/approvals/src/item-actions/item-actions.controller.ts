import { Controller } from '@nestjs/common';
import { listItemActions } from '#libs/contracts/approvals/item-actions.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ItemActionsService } from './item-actions.service.js';

@Controller()
export class ItemActionsController {
  constructor(private readonly itemActions: ItemActionsService) {}

  @Handle(listItemActions)
  list({ caseId }: Input<typeof listItemActions>, context: QueryContext) {
    return this.itemActions.list(context, caseId);
  }
}
