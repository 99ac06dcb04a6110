import { Module } from '@nestjs/common';
import { CopiesModule } from './copies/copies.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { RulesModule } from './rules/rules.module.js';
import { TemplatesModule } from './templates/templates.module.js';

/** The operations and the facts; what is queued is sent by the SendingModule beside it. */
@Module({ imports: [CopiesModule, TemplatesModule, RulesModule, MessagesModule] })
export class AppModule {}
