import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';
import { registry } from './metrics.js';
import type { KafkaTransport } from './transport.js';

const LIVE_HEARTBEAT_MS = 90_000;
const READY_HEARTBEAT_MS = 30_000;
const READY_OUTBOX_SECONDS = 60;
const READY_INBOX_SECONDS = 300;

interface Page {
  status: number;
  type: string;
  body: string;
}

interface Ages {
  outbox: number;
  inbox: number;
  dead: number;
}

const AGES = `
  SELECT
    coalesce(extract(epoch FROM now() - (SELECT coalesce(again_at, created_at) FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT 1)), 0)::float AS outbox,
    coalesce(extract(epoch FROM now() - (SELECT min(received_at) FROM inbox WHERE done_at IS NULL)), 0)::float AS inbox,
    (SELECT count(*) FROM dead_record WHERE resolved_at IS NULL)::int AS dead`;

/** /health/live (restart me when it fails), /health/ready (send me no work while it fails), /metrics. An outage elsewhere fails readiness, never liveness. */
export class Health {
  private readonly gauges: Record<keyof Ages | 'leading', Gauge>;

  constructor(
    private readonly transport: KafkaTransport,
    private readonly source: DataSource,
    private readonly alsoReady: () => boolean = () => true,
  ) {
    const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
    this.gauges = {
      outbox: gauge('outbox_oldest_seconds', 'Age of the oldest unpublished outbox row'),
      inbox: gauge('inbox_oldest_seconds', 'Age of the oldest fact that is not applied'),
      dead: gauge('dead_records', 'Records that could not be handled and wait for a decision'),
      leading: gauge('relay_leading', '1 in the instance that carries the facts of its service'),
    };
  }

  async answer(path: string | undefined): Promise<Page> {
    if (path === '/health/live') return json(this.transport.heartbeatAge < LIVE_HEARTBEAT_MS, {});
    if (path === '/health/ready') return await this.ready();
    if (path === '/metrics') return { status: 200, type: registry.contentType, body: await this.metrics() };
    return { status: 404, type: 'text/plain', body: 'not found' };
  }

  private async ready(): Promise<Page> {
    const consumer = this.transport.assigned && this.transport.heartbeatAge < READY_HEARTBEAT_MS;
    const replies = this.alsoReady();
    try {
      const { outbox, inbox, dead } = await this.ages();
      const ok = consumer && replies && outbox < READY_OUTBOX_SECONDS && inbox < READY_INBOX_SECONDS;
      return json(ok, { consumer, replies, database: true, outboxSeconds: outbox, inboxSeconds: inbox, dead });
    } catch (error) {
      return json(false, { consumer, replies, database: String(error) });
    }
  }

  private async ages(): Promise<Ages> {
    const [row] = await this.source.query<Ages[]>(AGES);
    return row ?? { outbox: 0, inbox: 0, dead: 0 };
  }

  private async metrics(): Promise<string> {
    const state = { ...(await this.ages()), leading: Number(this.transport.relay.leading) };
    for (const name of ['outbox', 'inbox', 'dead', 'leading'] as const) this.gauges[name].set(state[name]);
    return await registry.metrics();
  }
}

const json = (ok: boolean, checks: object): Page => ({
  status: ok ? 200 : 503,
  type: 'application/json',
  body: JSON.stringify({ ok, ...checks }),
});

/** A small server for the three pages, for services that have no other. */
export function serveHealth(port: number, health: Health): Server {
  const server = createServer((request, response) => {
    health.answer(request.url).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => response.writeHead(503, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  return server.listen(port, '0.0.0.0');
}
