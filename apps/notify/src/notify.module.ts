import { Module } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { SendingModule } from './sending/sending.module.js';

/** The whole service. */
@Module({ imports: [AppModule, SendingModule] })
export class NotifyModule {}
