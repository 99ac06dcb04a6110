import { Controller, Module } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { ServiceEnvironment, readEnvironment } from '#libs/messaging/config.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { startService } from '#libs/messaging/service-app.js';
import { HeardNote, hearer } from './note.js';

@Controller()
class HeardNotes {
  @OnFact(approvalEvents, 'completed')
  hear({ data }: Fact<typeof approvalEvents, 'completed'>, context: WorkContext): Promise<void> {
    context.add(HeardNote, { id: data.approvalId, text: data.itemName });
    return Promise.resolve();
  }
}

@Module({ controllers: [HeardNotes] })
class HeardNotesModule {}

await startService({ data: hearer, module: HeardNotesModule, environment: readEnvironment(ServiceEnvironment) });
