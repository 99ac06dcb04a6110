import { Controller, Inject } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { advanceApprovalsTime } from '#libs/contracts/time.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { rollCalendar } from '#libs/reference/tables/rolling-calendar.js';
import { DUE_WORK } from './due-work.js';
import type { DueWork } from './due-work.js';

@Controller()
export class TimeController {
  constructor(@Inject(DUE_WORK) private readonly works: DueWork[]) {}

  @Handle(advanceApprovalsTime)
  async advance(_: Input<typeof advanceApprovalsTime>, context: WorkContext) {
    await rollCalendar(context.em, context.today);
    let fired = 0;
    for (const work of this.works) fired += await work.fire(context);
    return { fired };
  }
}
