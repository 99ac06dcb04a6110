import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { endMandate, grantMandate, listMandates } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { MandatesService } from './mandates.service.js';

@Controller()
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  @Handle(grantMandate)
  grant(input: Input<typeof grantMandate>, context: WorkContext) {
    return this.mandates.grant(context, input);
  }

  @Handle(endMandate)
  end(input: Input<typeof endMandate>, context: WorkContext) {
    return this.mandates.end(context, input);
  }

  @Handle(listMandates)
  list(input: Input<typeof listMandates>, context: QueryContext) {
    return this.mandates.list(context, input);
  }
}
