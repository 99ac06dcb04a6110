import { randomUUID } from 'node:crypto';
import type { Principal } from '#libs/identity/principal.js';
import { PLATFORM } from '#libs/identity/principal.js';

// config.ts reads the environment when it is first imported, so everything of the gateway is imported after this.
Object.assign(process.env, {
  KAFKA_BROKERS: 'localhost:1',
  DATABASE_URL: 'postgres://not-used',
  TOKEN_SECRET: 'a secret of the tests, 32 characters long',
  FILES_DIR: '/tmp',
  MODE: 'test',
});

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

/** The gateway's own services on a database of their own, without HTTP and without Kafka. */
export async function startGateway() {
  const { Module } = await import('@nestjs/common');
  const { Operations } = await import('#libs/testing/operations.js');
  const { serviceData } = await import('../src/data-source.js');
  const { AccountsController } = await import('../src/accounts/accounts.controller.js');
  const { AccountsService } = await import('../src/accounts/accounts.service.js');
  const { DirectoryController } = await import('../src/directory/directory.controller.js');
  const { SessionsService } = await import('../src/sessions/sessions.service.js');
  const { PrincipalsService } = await import('../src/sessions/principals.service.js');

  class GatewayModule {}
  Module({ controllers: [AccountsController, DirectoryController], providers: [AccountsService] })(GatewayModule);
  const app = await Operations.start(serviceData, GatewayModule);
  return {
    app,
    accounts: new AccountsService(),
    sessions: new SessionsService(app.source),
    principals: new PrincipalsService(app.source),
  };
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>;
