import { Controller } from '@nestjs/common';
import { advanceProjectsTime } from '#libs/contracts/time.js';
import { Handle } from '#libs/messaging/handlers.js';

/** No clock of this service rings: its dates are read where they matter, and approvals and agents watch theirs. */
@Controller()
export class TimeController {
  @Handle(advanceProjectsTime)
  advance() {
    return Promise.resolve({ fired: 0 });
  }
}
