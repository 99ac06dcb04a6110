import { randomUUID } from 'node:crypto';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import type { MicroserviceOptions } from '@nestjs/microservices';
import pg from 'pg';
import { environment } from './config.js';
import { STOCK_TOPIC } from './stock.js';

// The same handler on Nest's own Kafka server, as its documentation shows it.

const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 10 });

@Controller()
class Notes {
  @MessagePattern(STOCK_TOPIC)
  async write(@Payload() { text }: { text: string }) {
    const id = randomUUID();
    await pool.query('INSERT INTO stock_note (id, version, text) VALUES ($1, 1, $2)', [id, text]);
    return { id };
  }
}

@Module({ controllers: [Notes] })
class StockModule {}

const client = { clientId: 'stock-service', brokers: environment.KAFKA_BROKERS };
const app = await NestFactory.createMicroservice<MicroserviceOptions>(StockModule, {
  transport: Transport.KAFKA,
  options: { client, consumer: { groupId: 'stock-service' } },
  logger: ['error', 'fatal'],
});
await app.listen();
