import { Controller } from '@nestjs/common';
import { getBlockers } from '#libs/contracts/approvals/blockers.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { BlockersService } from './blockers.service.js';

@Controller()
export class BlockersController {
  constructor(private readonly blockers: BlockersService) {}

  @Handle(getBlockers)
  get({ caseId }: Input<typeof getBlockers>, context: QueryContext) {
    return this.blockers.get(context, caseId);
  }
}
