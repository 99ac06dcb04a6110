import { Controller } from '@nestjs/common';
import { getRouting, overrideRouting } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { RoutingService } from './routing.service.js';

@Controller()
export class RoutingController {
  constructor(private readonly service: RoutingService) {}

  @Handle(getRouting)
  get(input: Input<typeof getRouting>, context: QueryContext) {
    return this.service.get(context, input);
  }

  @Handle(overrideRouting)
  override(input: Input<typeof overrideRouting>, context: WorkContext) {
    return this.service.override(context, input);
  }
}
