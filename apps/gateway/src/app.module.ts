import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { LocalFiles } from '#libs/files/local-files.js';
import { Bus } from '#libs/messaging/bus.js';
import { FactTail } from '#libs/messaging/tail.js';
import { KafkaTransport } from '#libs/messaging/transport.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { environment } from './config.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DraftsService } from './drafts/drafts.service.js';
import { ExportsService } from './exports/exports.service.js';
import { FilesService } from './files/files.service.js';
import { LiveService } from './live/live.service.js';
import { CallerService } from './routes/caller.service.js';
import { DirectService } from './routes/direct.service.js';
import { OperationsService } from './routes/operations.service.js';
import { PrincipalsService } from './sessions/principals.service.js';
import { SessionsService } from './sessions/sessions.service.js';
import { JwtStrategy } from './sessions/strategies.js';
import { BusinessTimeService } from './time/business-time.service.js';
import { ViewsController } from './views/views.controller.js';
import { ViewsService } from './views/views.service.js';

@Module({})
export class AppModule {
  static of(bus: Bus, transport: KafkaTransport, tail: FactTail): DynamicModule {
    return {
      module: AppModule,
      imports: [PassportModule],
      controllers: [AccountsController, DirectoryController, ViewsController],
      providers: [
        { provide: Bus, useValue: bus },
        { provide: KafkaTransport, useValue: transport },
        { provide: FactTail, useValue: tail },
        { provide: LocalFiles, useValue: new LocalFiles(environment.FILES_DIR) },
        AccountsService,
        BusinessTimeService,
        CallerService,
        DirectService,
        DraftsService,
        ExportsService,
        FilesService,
        JwtStrategy,
        LiveService,
        OperationsService,
        PrincipalsService,
        SessionsService,
        ViewsService,
      ],
    };
  }
}
