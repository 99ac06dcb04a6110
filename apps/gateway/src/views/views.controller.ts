import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { discardView, listViews, saveView } from '#libs/contracts/gateway.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ViewsService } from './views.service.js';

@Controller()
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Handle(saveView)
  save(input: Input<typeof saveView>, context: WorkContext) {
    return this.views.save(context, input);
  }

  @Handle(listViews)
  list({ screen }: Input<typeof listViews>, context: QueryContext) {
    return this.views.list(context, screen);
  }

  @Handle(discardView)
  discard(input: Input<typeof discardView>, context: WorkContext) {
    return this.views.discard(context, input);
  }
}
