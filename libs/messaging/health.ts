import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { KafkaTransport } from './transport.js';

const LIVE_HEARTBEAT_MS = 90_000;
const READY_HEARTBEAT_MS = 30_000;

interface Probe {
  ok: boolean;
  checks: Record<string, string>;
}

/** Ages of the oldest unpublished and unapplied rows, seconds of real time; 0 when there are none. */
async function ages(source: DataSource): Promise<{ outbox: number; inbox: number; dead: number }> {
  const [row] = await source.query<{ outbox: number; inbox: number; dead: number }[]>(
    `SELECT
       coalesce(extract(epoch FROM now() - (SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT 1)), 0)::float AS outbox,
       coalesce(extract(epoch FROM now() - (SELECT min(received_at) FROM inbox WHERE done_at IS NULL)), 0)::float AS inbox,
       (SELECT count(*) FROM dead_record WHERE resolved_at IS NULL)::int AS dead`,
  );
  return row ?? { outbox: 0, inbox: 0, dead: 0 };
}

async function ready(transport: KafkaTransport, source: DataSource): Promise<Probe> {
  const { intake } = transport;
  const beat = intake?.heartbeatAge ?? Infinity;
  const checks: Record<string, string> = {
    consumer: intake?.assigned && beat < READY_HEARTBEAT_MS ? 'ok' : 'not assigned',
  };
  try {
    const { outbox, inbox, dead } = await ages(source);
    checks['database'] = 'ok';
    checks['outbox'] = outbox < 60 ? 'ok' : `oldest row ${Math.round(outbox)} s`;
    checks['inbox'] = `oldest open row ${Math.round(inbox)} s, ${dead} dead`;
  } catch (error) {
    checks['database'] = String(error);
  }
  return { ok: checks['consumer'] === 'ok' && checks['database'] === 'ok' && checks['outbox'] === 'ok', checks };
}

/** /health/live (restart me when it fails), /health/ready (send me no work while it fails), /metrics. */
export function startHealth(port: number, transport: KafkaTransport, source: DataSource): Server {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const outbox = gauge('outbox_oldest_seconds', 'Age of the oldest unpublished outbox row');
  const inbox = gauge('inbox_oldest_seconds', 'Age of the oldest fact that is not applied');
  const dead = gauge('dead_records', 'Records that could not be handled and wait for a decision');
  const metrics = async (): Promise<string> => {
    const now = await ages(source);
    outbox.set(now.outbox);
    inbox.set(now.inbox);
    dead.set(now.dead);
    return await registry.metrics();
  };
  const answer = async (url: string | undefined): Promise<[number, string, string]> => {
    if (url === '/health/live') {
      const alive = (transport.intake?.heartbeatAge ?? 0) < LIVE_HEARTBEAT_MS;
      return [alive ? 200 : 503, 'application/json', JSON.stringify({ ok: alive })];
    }
    if (url === '/health/ready') {
      const probe = await ready(transport, source);
      return [probe.ok ? 200 : 503, 'application/json', JSON.stringify(probe)];
    }
    if (url === '/metrics') return [200, registry.contentType, await metrics()];
    return [404, 'text/plain', 'not found'];
  };
  const server = createServer((request, response) => {
    answer(request.url).then(
      ([status, type, body]) => response.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => response.writeHead(503, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  return server.listen(port, '0.0.0.0');
}
