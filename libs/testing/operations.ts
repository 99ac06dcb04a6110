import { createHash, randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy, MessageHandler, MicroserviceOptions } from '@nestjs/microservices';
import pg from 'pg';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import type { Fact, FactData, FactType, Operation, Output, RawInput, Stream } from '#libs/contracts/define.js';
import { Fail, isErrorCode } from '#libs/contracts/errors.js';
import { PLATFORM, actorOf } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { factValue } from '#libs/messaging/context.js';
import { Dispatcher, factHandlers, follow } from '#libs/messaging/dispatcher.js';
import { FactConsumer } from '#libs/messaging/facts.js';
import { PROJECTIONS_HEADER } from '#libs/messaging/projections.js';
import { PassOn, ServiceRoot } from '#libs/messaging/service-app.js';
import { openDataSource } from '#libs/persistence/data-source.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { importReference, migrate } from '#libs/persistence/migrate.js';
import { testDatabaseUrl } from './config.js';

class InProcess extends Server implements CustomTransportStrategy {
  readonly followers = new Map<string, MessageHandler[]>();
  override listen = (callback: () => void): void => callback();
  override close = (): Promise<void> => Promise.resolve();
  override on = (): never => this.never();
  override unwrap = <T>(): T => this.never();

  override addHandler(pattern: string, callback: MessageHandler, isEventHandler = false, extras = {}): void {
    if (isEventHandler) follow(this.followers, pattern, Object.assign(callback, { extras }));
    else super.addHandler(pattern, callback, isEventHandler, extras);
  }

  private never(): never {
    throw new Error('not in a test');
  }
}

interface Asked {
  now?: string;
  expectedVersion?: number;
  idempotencyKey?: string;
}

/** A fact with an id of its own, as it stands on its topic. */
export interface Told {
  topic: string;
  value: ReturnType<typeof factValue>;
}

export function told<S extends Stream, T extends FactType<S>>(
  stream: S,
  type: T,
  data: FactData<S, T>,
  { as = PLATFORM, now = '2026-11-23T09:00:00+08:00' }: { as?: Principal; now?: string } = {},
): Told {
  const stamp = { id: randomUUID(), time: new Date(now), actor: actorOf(as), correlationId: 'test' };
  return { topic: stream.topic, value: factValue(stream, type, data, stamp) };
}

/**
 * One service on a real PostgreSQL without Kafka: operations and facts go through the same dispatcher, transactions and
 * stored answers as in production. A database of its own is copied from a migrated template in milliseconds.
 */
export class Operations {
  private offset = 0;

  private constructor(
    readonly source: DataSource,
    private readonly dispatcher: Dispatcher,
    private readonly consumer: FactConsumer,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(data: ServiceData, module: Type): Promise<Operations> {
    const { url, drop } = await freshDatabase(data);
    const source = await openDataSource(data, url);
    const log = pino({ level: 'warn' });
    const strategy = new InProcess();
    const { followers } = strategy;
    const { service } = data;
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(
      ServiceRoot.of({ service, source, followers, feature: module }),
      {
        strategy,
        logger: ['error', 'fatal'],
      },
    );
    app.useGlobalFilters(new PassOn());
    await app.listen();
    const committed = (): void => undefined;
    const dispatcher = new Dispatcher(source, strategy.getHandlers(), pino({ level: 'error' }), committed);
    const consumer = new FactConsumer(source, factHandlers(followers, service), log, committed);
    return new Operations(source, dispatcher, consumer, async () => {
      await app.close();
      await drop();
    });
  }

  async stop(): Promise<void> {
    await this.end();
  }

  /** The output of an operation; a refusal is thrown as `Fail`, so `rejects.toMatchObject({ code })` reads it. */
  async run<C extends Operation>(
    contract: C,
    input: RawInput<C>,
    as: Principal,
    asked: Asked = {},
  ): Promise<Output<C>> {
    const envelope = {
      messageId: asked.idempotencyKey ?? randomUUID(),
      operation: contract.name,
      principal: as,
      businessTime: new Date(asked.now ?? '2026-11-23T09:00:00+08:00').toISOString(),
      correlationId: 'test',
      traceparent: null,
      ip: '127.0.0.1',
      replyTopic: 'gateway.replies.test',
      bodyHash: JSON.stringify(input).slice(0, 64),
      expectedVersion: asked.expectedVersion ?? null,
      deadline: null,
    };
    const answer =
      contract.kind === 'command'
        ? await this.dispatcher.command(envelope, input)
        : await this.dispatcher.query(envelope, input);
    if (answer.status === 'done') return answer.output as Output<C>;
    if (!isErrorCode(answer.code)) throw new Error(`unknown error code ${answer.code}`);
    throw new Fail(answer.code, answer.params);
  }

  /** Applies a fact of another service; throws when that fails or the fact was buried as a dead record. */
  async fact<S extends Stream, T extends FactType<S>>(
    stream: S,
    type: T,
    data: FactData<S, T>,
    by: { as?: Principal; now?: string } = {},
  ): Promise<void> {
    await this.tell(told(stream, type, data, by));
  }

  /** The same, of a fact that can be told more than once; `again`: its owner sends it for this projection. */
  async tell({ topic, value }: Told, again?: string): Promise<void> {
    this.offset += 1;
    const record = {
      key: Buffer.from(value.subject),
      value: Buffer.from(JSON.stringify(value)),
      offset: String(this.offset),
      headers: again ? { [PROJECTIONS_HEADER]: again } : {},
    };
    const done = await this.consumer.consume({ topic, partition: 0, record }, () => true);
    if (!done) throw new Error('the fact was not applied, its cause is logged');
    const dead = await this.source.query<{ reason: string }[]>('SELECT reason FROM dead_record');
    if (dead[0]) throw new Error(`dead record: ${dead[0].reason}`);
  }

  /** What the outbox holds of one stream, oldest first. */
  async published<S extends Stream>(stream: S): Promise<Fact<S>[]> {
    const rows = await this.source.query<{ value: Fact<S> }[]>(
      'SELECT value FROM outbox WHERE topic = $1 ORDER BY seq',
      [stream.topic],
    );
    return rows.map(({ value }) => value);
  }
}

const workerSuffix = `${process.pid}_${randomUUID().slice(0, 8)}`;

/** Copies the service's migrated template, made once a run by whichever worker comes first. */
async function freshDatabase(data: ServiceData): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: testDatabaseUrl() });
  await admin.connect();
  const template = `template_${data.service}_${fingerprint(data)}`;
  const name = `${data.service}_${workerSuffix}_${Date.now()}`;
  await admin.query(`SELECT pg_advisory_lock(hashtext('${template}'))`);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (!rowCount) {
    await admin.query(`DROP DATABASE IF EXISTS ${template}_making`);
    await admin.query(`CREATE DATABASE ${template}_making`);
    const client = new pg.Client({ connectionString: withDatabase(`${template}_making`) });
    await client.connect();
    await client.query(`CREATE SCHEMA ${data.service}`);
    await client.end();
    await migrate(data, withDatabase(`${template}_making`));
    await importReference(data, withDatabase(`${template}_making`), { assumedCalendar: true });
    await admin.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`);
  }
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin.query(`SELECT pg_advisory_unlock(hashtext('${template}'))`);
  const drop = async (): Promise<void> => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { url: withDatabase(name), drop };
}

/** Of the text of the migrations: another text, or another set under the same service, is another template. */
function fingerprint({ migrations }: ServiceData): string {
  return createHash('sha256').update(migrations.map(String).join('\n')).digest('hex').slice(0, 8);
}

function withDatabase(name: string): string {
  const url = new URL(testDatabaseUrl());
  url.pathname = `/${name}`;
  return url.toString();
}
