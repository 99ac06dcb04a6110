import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { listNotes, settleCallBack, writeNote } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { NotesService } from './notes.service.js';

@Controller()
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Handle(writeNote)
  write(input: Input<typeof writeNote>, context: WorkContext) {
    return this.notes.write(context, input);
  }

  @Handle(listNotes)
  list(input: Input<typeof listNotes>, context: QueryContext) {
    return this.notes.list(context, input);
  }

  @Handle(settleCallBack)
  settleCallBack(input: Input<typeof settleCallBack>, context: WorkContext) {
    return this.notes.settleCallBack(context, input);
  }
}
