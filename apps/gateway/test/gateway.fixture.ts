import './environment/config.js';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { Operations } from '#libs/testing/operations.js';
import type { Principal } from '#libs/identity/principal.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { AccountsController } from '../src/accounts/accounts.controller.js';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { serviceData } from '../src/data-source.js';
import { DirectoryController } from '../src/directory/directory.controller.js';
import { DraftsService } from '../src/drafts/drafts.service.js';
import { PrincipalsService } from '../src/sessions/principals.service.js';
import { SessionsService } from '../src/sessions/sessions.service.js';
import { ViewsController } from '../src/views/views.controller.js';
import { ViewsService } from '../src/views/views.service.js';

export const PASSWORD = 'correct horse 7 battery';
export const administrator: Principal = {
  ...PLATFORM,
  accountId: randomUUID(),
  kind: 'administrator',
  name: '平台管理员',
  roles: ['administrator'],
};

/** A request from nobody in particular. */
export const stranger = {
  principal: PLATFORM,
  sessionId: null,
  ip: '127.0.0.1',
  correlationId: '0'.repeat(32),
  traceparent: null,
  locale: 'zh' as const,
};

@Module({
  controllers: [AccountsController, DirectoryController, ViewsController],
  providers: [AccountsService, ViewsService],
})
class GatewayModule {}

/** The gateway's own services on a database of their own, without HTTP and without Kafka. */
export async function startGateway() {
  const app = await Operations.start(serviceData, GatewayModule);
  return {
    app,
    accounts: new AccountsService(),
    drafts: new DraftsService(app.source),
    sessions: new SessionsService(app.source),
    principals: new PrincipalsService(app.source),
  };
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>;
