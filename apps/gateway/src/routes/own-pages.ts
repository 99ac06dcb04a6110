import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { docsPage } from '#libs/documents/docs-page.js';
import { openApi } from '#libs/documents/openapi.js';
import { Health } from '#libs/messaging/health.js';
import type { Bus } from '#libs/messaging/bus.js';
import type { KafkaTransport } from '#libs/messaging/transport.js';

interface Pages {
  transport: KafkaTransport;
  source: DataSource;
  bus: Bus;
}

/** The documentation of the API, health and metrics. */
export function registerOwnPages(fastify: FastifyInstance, { transport, source, bus }: Pages): void {
  const description = openApi();
  const page = docsPage();
  const health = new Health(transport, source, () => bus.connected);
  fastify.get('/api/openapi.json', () => description);
  fastify.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(page));
  for (const path of ['/health/live', '/health/ready', '/metrics']) {
    fastify.get(path, async (_, reply) => {
      const { status, type, body } = await health.answer(path);
      return reply.status(status).type(type).send(body);
    });
  }
}
