import { Inject, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Bus } from '#libs/messaging/bus.js';
import { connectKafka } from '#libs/messaging/kafka.js';
import { serviceLogger } from '#libs/messaging/service-app.js';
import { SmppSession } from '../channels/smpp-session.js';
import { environment } from '../config.js';
import { Addressees } from './addressees.js';
import { Receipts } from './receipts.js';
import { Sender } from './sender.js';
import { Submissions } from './submissions.js';

const LOG = Symbol('log');

function makeBus(log: Logger): Bus {
  const kafka = connectKafka({ brokers: environment.KAFKA_BROKERS, clientId: 'notify-bus', log });
  // Only as a child that dies is it started again: without replies nobody could be asked for a number.
  const onCrash = (error: Error): void => {
    log.fatal({ err: error }, 'replies can no longer be received');
    process.exit(1);
  };
  return new Bus({ service: 'notify', prefix: environment.TOPIC_PREFIX, kafka, log, onCrash });
}

const openSession = (receipts: Receipts, log: Logger): SmppSession =>
  new SmppSession({
    host: environment.SMPP_HOST,
    port: environment.SMPP_PORT,
    systemId: environment.SMPP_SYSTEM_ID,
    password: environment.SMPP_PASSWORD,
    source: environment.SMS_SOURCE,
    window: environment.SMPP_WINDOW,
    throughput: environment.SMPP_THROUGHPUT,
    answerWithinMs: 10_000,
    enquireEveryMs: 30_000,
    log,
    onReceipt: (receipt) => receipts.take(receipt),
  });

function makeSender(source: DataSource, bus: Bus, log: Logger): Sender {
  const retryMs = environment.SMS_RETRY_SECONDS.map((seconds) => seconds * 1_000);
  const policy = {
    signature: environment.SMS_SIGNATURE,
    blockedPrefixes: environment.SMS_BLOCKED_PREFIXES,
    quietHours: environment.QUIET_HOURS,
    retryMs,
  };
  return new Sender({
    source,
    addressees: new Addressees(source, bus),
    submissions: new Submissions(source, policy),
    receipts: new Receipts(source, retryMs),
    openSession: (receipts) => openSession(receipts, log),
    window: environment.SMPP_WINDOW,
    log,
  });
}

/** Sends what the operations have queued, from the start of the process to its end. */
@Module({
  providers: [
    { provide: LOG, useFactory: () => serviceLogger('notify', environment.LOG_LEVEL) },
    { provide: Bus, useFactory: makeBus, inject: [LOG] },
    { provide: Sender, useFactory: makeSender, inject: [DataSource, Bus, LOG] },
  ],
})
export class SendingModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(Sender) private readonly sender: Sender,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.start();
    this.sender.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sender.stop();
    await this.bus.stop();
  }
}
