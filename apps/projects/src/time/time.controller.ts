import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { advanceProjectsTime } from '#libs/contracts/time.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { rollCalendar } from '#libs/reference/tables/rolling-calendar.js';

/** No clock of this service rings: its dates are read where they matter, and approvals and agents watch theirs. */
@Controller()
export class TimeController {
  @Handle(advanceProjectsTime)
  async advance(_: Input<typeof advanceProjectsTime>, { em, today }: WorkContext) {
    await rollCalendar(em, today);
    return { fired: 0 };
  }
}
