import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Catch, Module } from '@nestjs/common';
import type { DynamicModule, LoggerService, RpcExceptionFilter, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MessageHandler, MicroserviceOptions } from '@nestjs/microservices';
import { TypeOrmModule } from '@nestjs/typeorm';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';
import { openDataSource } from '#libs/persistence/data-source.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import type { ServiceEnvironment } from './config.js';
import { Health, serveHealth } from './health.js';
import { connectKafka } from './kafka.js';
import { operatorController } from './operator.controller.js';
import { OperatorService } from './operator.service.js';
import { KafkaTransport } from './transport.js';

const SHUTDOWN_MS = 25_000;
const SETTLED_MS = 20_000;

/** What a handler throws reaches the transport as it is; Nest would turn it into "Internal server error". */
@Catch()
export class PassOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

export interface Root {
  service: Service;
  source: DataSource;
  /** Filled while the features are loaded. */
  followers: Map<string, MessageHandler[]>;
  feature: Type | DynamicModule;
}

/** What every service has beside its features: its database and its operators' operations. */
@Module({})
export class ServiceRoot {
  static of({ service, source, followers, feature }: Root): DynamicModule {
    const orm = TypeOrmModule.forRootAsync({
      useFactory: () => source.options,
      dataSourceFactory: () => Promise.resolve(source),
    });
    return {
      module: ServiceRoot,
      imports: [orm, feature],
      controllers: [operatorController(service)],
      providers: [{ provide: OperatorService, useValue: new OperatorService(service, followers) }],
    };
  }
}

export function serviceLogger(service: string, level: string): Logger {
  return pino({ name: service, level, base: { service } });
}

/** Nest's own messages in the same log. */
export function nestLogger(log: Logger): LoggerService {
  return {
    log: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, ...rest: unknown[]) => log.error({ rest }, String(message)),
  };
}

export interface ServiceApp {
  data: ServiceData;
  module: Type;
  environment: ServiceEnvironment;
}

/** Runs a service: pool, transport, health, and an orderly end within 25 s of SIGTERM. */
export async function startService({ data, module, environment }: ServiceApp): Promise<void> {
  const log = serviceLogger(data.service, environment.LOG_LEVEL);
  const onCrash = (error: Error): void => {
    log.fatal({ err: error }, 'the consumer stopped for good');
    process.exit(1);
  };
  process.on('unhandledRejection', (error) => onCrash(error instanceof Error ? error : new Error(String(error))));
  const source = await openDataSource(data, environment.DATABASE_URL);
  const { KAFKA_BROKERS: brokers, TOPIC_PREFIX: prefix, SESSION_TIMEOUT_MS: sessionTimeoutMs } = environment;
  const kafka = connectKafka({ brokers, clientId: data.service, log });
  const { service } = data;
  const transport = new KafkaTransport({ service, prefix, kafka, source, sessionTimeoutMs, log, onCrash });
  const root = ServiceRoot.of({ service, source, followers: transport.followers, feature: module });
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(root, {
    strategy: transport,
    logger: nestLogger(log),
  });
  app.useGlobalFilters(new PassOn());
  await app.listen();
  const health = serveHealth(environment.HEALTH_PORT, new Health(transport, source));
  log.info('ready');
  tidyUp();
  endWith(log, async () => {
    health.close();
    await app.close();
  });
}

/** Once, when the start is over: what it has left behind is given back, for which V8 alone would wait until room is needed. */
export function tidyUp(): void {
  const tidy = (): void => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (how: object) => void;
    // A usual collection keeps the pages of what it has freed, a third of the process.
    collect({ execution: 'sync', type: 'major', flavor: 'last-resort' });
  };
  setTimeout(tidy, SETTLED_MS).unref();
}

/** On SIGTERM, SIGINT or a closed parent pipe: `stop`, at most 25 s, then exit. */
export function endWith(log: Logger, stop: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
}
