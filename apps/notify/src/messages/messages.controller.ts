import { Controller } from '@nestjs/common';
import type { Fact, Input } from '#libs/contracts/define.js';
import {
  approvalEvents,
  assignmentEvents,
  caseEvents,
  preApprovalEvents,
  routingEvents,
} from '#libs/contracts/facts.js';
import { getMessage, listMessages, resendMessage } from '#libs/contracts/notify.js';
import { advanceNotifyTime } from '#libs/contracts/time.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle, OnEveryFact } from '#libs/messaging/handlers.js';
import { AnnouncementsService } from './announcements.service.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly announcements: AnnouncementsService,
  ) {}

  @Handle(listMessages)
  list(input: Input<typeof listMessages>, context: QueryContext) {
    return this.messages.list(context, input);
  }

  @Handle(getMessage)
  get(input: Input<typeof getMessage>, context: QueryContext) {
    return this.messages.get(context, input);
  }

  @Handle(resendMessage)
  resend(input: Input<typeof resendMessage>, context: WorkContext) {
    return this.messages.resend(context, input);
  }

  @Handle(advanceNotifyTime)
  advance(_input: Input<typeof advanceNotifyTime>, context: WorkContext) {
    return this.messages.advance(context);
  }

  @OnEveryFact(caseEvents, routingEvents, assignmentEvents, approvalEvents, preApprovalEvents)
  announce(fact: Fact, context: WorkContext): Promise<void> {
    return this.announcements.announce(fact, context);
  }
}
