import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { getWorkbench } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { WorkbenchService } from './workbench.service.js';

@Controller()
export class WorkbenchController {
  constructor(private readonly workbench: WorkbenchService) {}

  @Handle(getWorkbench)
  get(_: Input<typeof getWorkbench>, context: QueryContext) {
    return this.workbench.get(context);
  }
}
