import { Body, Controller, Headers, Module, Post, ServiceUnavailableException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { Operation } from '#libs/contracts/define.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Bus } from '#libs/messaging/bus.js';
import { connectKafka } from '#libs/messaging/kafka.js';
import { environment } from './config.js';
import { tellNotes, writeNote } from './note.js';

// HTTP in front of the library's bus: the same as stock-gateway.ts in front of Nest's own.

const { KAFKA_BROKERS: brokers, TOPIC_PREFIX: prefix, PORT } = environment;
const log = pino({ level: 'error' });
const kafka = connectKafka({ brokers, clientId: 'notes-gateway', log });
const onCrash = (error: Error): void => {
  log.fatal({ err: error });
  process.exit(1);
};
const bus = new Bus({ service: 'gateway', prefix, kafka, log, onCrash });
const principal = { ...PLATFORM, accountId: 'bench', kind: 'administrator', roles: ['administrator'] } as const;

async function ask(contract: Operation, input: Record<string, unknown>, idempotencyKey: string): Promise<unknown> {
  const request = {
    principal: { ...principal, roles: [...principal.roles] },
    businessTime: new Date(),
    correlationId: idempotencyKey,
    idempotencyKey,
  };
  const outcome = await bus.command(contract, input, request);
  if (outcome.state !== 'answered' || outcome.answer.status !== 'done') throw new ServiceUnavailableException(outcome);
  return outcome.answer.output;
}

@Controller()
class Notes {
  @Post('notes')
  write(@Body() body: unknown, @Headers('idempotency-key') key: string): Promise<unknown> {
    return ask(writeNote, writeNote.input.parse(body), key);
  }

  @Post('told-notes')
  tell(@Body() body: unknown, @Headers('idempotency-key') key: string): Promise<unknown> {
    return ask(tellNotes, tellNotes.input.parse(body), key);
  }
}

@Module({ controllers: [Notes] })
class NotesModule {}

const app = await NestFactory.create(NotesModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
await bus.start();
await app.listen(PORT, '127.0.0.1');
