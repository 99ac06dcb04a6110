import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { Bus } from '#libs/messaging/bus.js';
import { connectKafka } from '#libs/messaging/kafka.js';
import { ServiceRoot, endWith, nestLogger, serviceLogger, tidyUp } from '#libs/messaging/service-app.js';
import { FactTail } from '#libs/messaging/tail.js';
import { KafkaTransport } from '#libs/messaging/transport.js';
import { openDataSource } from '#libs/persistence/data-source.js';
import { ensureAdministrator } from './accounts/first-administrator.js';
import { AppModule } from './app.module.js';
import { environment } from './config.js';
import { serviceData } from './data-source.js';
import { ExportsService } from './exports/exports.service.js';
import { FilesService } from './files/files.service.js';
import { LiveService } from './live/live.service.js';
import { GatewayFilter } from './routes/gateway.filter.js';
import { registerOwnPages } from './routes/own-pages.js';
import { OperationsService } from './routes/operations.service.js';
import { registerRoutes } from './routes/routes.js';
import { registerWebClient } from './routes/web-client.js';
import { BusinessTimeService } from './time/business-time.service.js';

const log = serviceLogger('gateway', environment.LOG_LEVEL);
const onCrash = (error: Error): void => {
  log.fatal({ err: error }, 'the gateway stopped for good');
  process.exit(1);
};
process.on('unhandledRejection', (error) => onCrash(error instanceof Error ? error : new Error(String(error))));

const source = await openDataSource(serviceData, environment.DATABASE_URL);
const { KAFKA_BROKERS: brokers, TOPIC_PREFIX: prefix, SESSION_TIMEOUT_MS: sessionTimeoutMs } = environment;
const kafka = connectKafka({ brokers, clientId: 'gateway', log });
const bus = new Bus({ service: 'gateway', prefix, kafka, log, onCrash });
const tail = new FactTail({ service: 'gateway', prefix, kafka, onCrash });
const transport = new KafkaTransport({ service: 'gateway', prefix, kafka, source, sessionTimeoutMs, log, onCrash });

const adapter = new FastifyAdapter({
  // With its envelope a record has to stay below the broker's 1 MiB.
  bodyLimit: 768 * 1024,
  trustProxy: environment.TRUST_PROXY,
  routerOptions: { maxParamLength: 200 },
});
const app = await NestFactory.create<NestFastifyApplication>(
  ServiceRoot.of({
    service: 'gateway',
    source,
    followers: transport.followers,
    feature: AppModule.of(bus, transport, tail),
  }),
  adapter,
  {
    logger: nestLogger(log),
    bodyParser: true,
  },
);
app.useGlobalFilters(new GatewayFilter());
app.connectMicroservice<MicroserviceOptions>({ strategy: transport }, { inheritAppConfig: true });
const fastify = adapter.getInstance();
await registerRoutes(fastify, {
  operations: app.get(OperationsService),
  files: app.get(FilesService),
  exports: app.get(ExportsService),
  live: app.get(LiveService),
  log,
});
registerOwnPages(fastify, { transport, source, bus });
await registerWebClient(fastify, environment.WEB_DIR);
await ensureAdministrator(source, environment.ADMIN_PASSWORD);
await app.startAllMicroservices();
await Promise.all([bus.start(), app.get(LiveService).start()]);
await app.listen(environment.PORT, environment.HOST);
const ticking = app.get(BusinessTimeService).startTicking();
log.info({ port: environment.PORT }, 'ready');
tidyUp();

endWith(log, async () => {
  clearInterval(ticking);
  await app.close();
  await bus.stop();
});
