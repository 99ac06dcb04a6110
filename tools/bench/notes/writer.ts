import { Controller, Module } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { ServiceEnvironment, readEnvironment } from '#libs/messaging/config.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { startService } from '#libs/messaging/service-app.js';
import { Note, tellNotes, writeNote, writer } from './note.js';

@Controller()
class Notes {
  @Handle(writeNote)
  write({ text }: Input<typeof writeNote>, context: WorkContext) {
    const { id } = context.add(Note, { text });
    return Promise.resolve({ id });
  }

  @Handle(tellNotes)
  tell({ texts }: Input<typeof tellNotes>, context: WorkContext) {
    for (const text of texts) {
      const { id } = context.add(Note, { text });
      const item = { itemCode: 'G01', itemName: text, works: null, documentNumber: null, on: context.today };
      context.publish(approvalEvents, 'completed', { approvalId: id, caseId: id, ...item });
    }
    return Promise.resolve({ id: context.messageId });
  }
}

@Module({ controllers: [Notes] })
class NotesModule {}

await startService({ data: writer, module: NotesModule, environment: readEnvironment(ServiceEnvironment) });
