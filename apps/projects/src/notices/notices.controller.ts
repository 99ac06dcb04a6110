import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { issueNotice, listNotices } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { NoticesService } from './notices.service.js';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Handle(issueNotice)
  issue(input: Input<typeof issueNotice>, context: WorkContext) {
    return this.notices.issue(context, input);
  }

  @Handle(listNotices)
  list(input: Input<typeof listNotices>, context: QueryContext) {
    return this.notices.list(context, input);
  }
}
