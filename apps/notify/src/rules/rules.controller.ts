import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { changeNotificationRule, listNotificationRules } from '#libs/contracts/notify.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { RulesService } from './rules.service.js';

@Controller()
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  @Handle(listNotificationRules)
  list(_input: Input<typeof listNotificationRules>, context: QueryContext) {
    return this.rules.list(context);
  }

  @Handle(changeNotificationRule)
  change(input: Input<typeof changeNotificationRule>, context: WorkContext) {
    return this.rules.change(context, input);
  }
}
