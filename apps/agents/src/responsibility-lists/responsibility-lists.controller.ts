import { Controller } from '@nestjs/common';
import {
  listResponsibilityLists,
  publicResponsibilityLists,
  publishResponsibilityList,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ResponsibilityListsService } from './responsibility-lists.service.js';

@Controller()
export class ResponsibilityListsController {
  constructor(private readonly service: ResponsibilityListsService) {}

  @Handle(publishResponsibilityList)
  publish(input: Input<typeof publishResponsibilityList>, context: WorkContext) {
    return this.service.publish(context, input);
  }

  @Handle(listResponsibilityLists)
  editions(input: Input<typeof listResponsibilityLists>, context: QueryContext) {
    return this.service.editions(context, input);
  }

  @Handle(publicResponsibilityLists)
  published(input: Input<typeof publicResponsibilityLists>, context: QueryContext) {
    return this.service.published(context, input);
  }
}
