import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FrontendMessages } from './postgres-frontend.js';

/**
 * What becomes of one COMMIT: `lose` cuts the connection before the server has it, `silence` after the server has done
 * it and before the client hears of it, a number holds it back for so many milliseconds.
 */
export type Strike = 'lose' | 'silence' | number;

/** A PostgreSQL server as its clients see it, with a hand on every COMMIT that goes by. */
export class PostgresProxy {
  /** Asked for every COMMIT; null lets it pass. */
  strike: () => Strike | null = () => null;
  /** COMMITs that went by, and how many of them were struck. */
  seen = 0;
  struck = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: { host: string; port: number },
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** Listens on a free port of this machine before the server of this URL. */
  static async before(url: string): Promise<PostgresProxy> {
    const { hostname: host, port } = new URL(url);
    const server = createServer();
    const proxy = new PostgresProxy(server, { host, port: Number(port) });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The same URL by way of the proxy. */
  through(url: string): string {
    return Object.assign(new URL(url), { host: `127.0.0.1:${(this.server.address() as AddressInfo).port}` }).href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    const server = connect(this.target);
    const messages = new FrontendMessages();
    let silenced = false;
    let forwarded = Promise.resolve();
    const end = (): void => {
      for (const socket of [client, server]) {
        socket.destroy();
        this.sockets.delete(socket);
      }
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket.setNoDelay(true));
      // A reset is how most of these connections are meant to end; the other side learns of it by `close`.
      socket.on('error', () => undefined).on('close', end);
    }
    server.on('data', (chunk) => (silenced ? end() : client.write(chunk)));
    client.on('data', (chunk) => {
      for (const { bytes, commits } of messages.take(chunk)) {
        forwarded = forwarded.then(async () => {
          const strike = commits ? this.decide() : null;
          if (strike === 'lose') return end();
          if (strike === 'silence') silenced = true;
          if (typeof strike === 'number') await sleep(strike);
          if (!server.destroyed) server.write(bytes);
        });
      }
    });
  }

  private decide(): Strike | null {
    this.seen += 1;
    const strike = this.strike();
    if (strike !== null) this.struck += 1;
    return strike;
  }
}
