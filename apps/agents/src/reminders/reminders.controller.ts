import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { advanceAgentsTime } from '#libs/contracts/time.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { RingingService } from './ringing.service.js';

@Controller()
export class RemindersController {
  constructor(private readonly service: RingingService) {}

  @Handle(advanceAgentsTime)
  advance(input: Input<typeof advanceAgentsTime>, context: WorkContext) {
    return this.service.advance(context, input);
  }
}
