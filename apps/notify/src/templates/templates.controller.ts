import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { changeSmsTemplate, listSmsTemplates } from '#libs/contracts/notify.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { TemplatesService } from './templates.service.js';

@Controller()
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Handle(listSmsTemplates)
  list(_input: Input<typeof listSmsTemplates>, context: QueryContext) {
    return this.templates.list(context);
  }

  @Handle(changeSmsTemplate)
  change(input: Input<typeof changeSmsTemplate>, context: WorkContext) {
    return this.templates.change(context, input);
  }
}
