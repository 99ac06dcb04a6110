import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, ClientsModule, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { firstValueFrom } from 'rxjs';
import { environment } from './config.js';
import { writeNote } from './note.js';
import { STOCK_TOPIC } from './stock.js';

// HTTP in front of Nest's own Kafka client, as its documentation shows it.

const client = { clientId: 'stock-gateway', brokers: environment.KAFKA_BROKERS };

@Controller()
class Notes implements OnModuleInit {
  constructor(@Inject('SERVICE') private readonly service: ClientKafka) {}

  async onModuleInit(): Promise<void> {
    this.service.subscribeToResponseOf(STOCK_TOPIC);
    await this.service.connect();
  }

  @Post('notes')
  write(@Body() body: unknown): Promise<unknown> {
    return firstValueFrom(this.service.send<unknown>(STOCK_TOPIC, writeNote.input.parse(body)));
  }
}

const kafka = {
  name: 'SERVICE',
  transport: Transport.KAFKA as const,
  options: { client, consumer: { groupId: 'stock-gateway' } },
};

@Module({ imports: [ClientsModule.register([kafka])], controllers: [Notes] })
class StockModule {}

const app = await NestFactory.create(StockModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
await app.listen(environment.PORT, '127.0.0.1');
