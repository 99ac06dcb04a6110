import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What a proxy does to the bytes that pass: nothing, slow, swallow one direction or both while connections stay open. */
export interface Toxic {
  /** Added to every piece, in milliseconds. */
  latencyMs?: number;
  /** Swallowed from now on, and never sent later. */
  swallow?: 'up' | 'down' | 'both';
}

interface Pair {
  client: Socket;
  server: Socket;
}

/** A TCP proxy between the services and one server, which faults make slow, deaf or torn. */
export class Proxy {
  toxic: Toxic = {};
  /** Looks at what the client sends; `cut` ends the connection before these bytes reach the server. */
  watch: ((bytes: Buffer) => 'pass' | 'cut') | null = null;
  private refusing = false;
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly listener: Server,
    private readonly target: number,
  ) {
    listener.on('connection', (client) => this.join(client));
  }

  /** On a free port of this machine, or `port`, leading to `target`. */
  static async open(target: number, port = 0): Promise<Proxy> {
    const listener = createServer();
    const proxy = new Proxy(listener, target);
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** Resets every connection; new ones are let in unless `refuse`. */
  cut(refuse = false): void {
    this.refusing = refuse;
    for (const pair of this.pairs) this.part(pair);
  }

  /** No toxic, no watch, open to everyone. What was swallowed stays lost: those connections are reset. */
  heal(): void {
    const torn = this.toxic.swallow !== undefined;
    this.toxic = {};
    this.watch = null;
    this.refusing = false;
    if (torn) this.cut();
  }

  async close(): Promise<void> {
    this.cut(true);
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    if (this.refusing) return void client.resetAndDestroy();
    const server = connect({ host: '127.0.0.1', port: this.target });
    const pair = { client, server };
    this.pairs.add(pair);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => this.part(pair)); // either side may go at any time; the other one learns of it
      socket.on('close', () => this.part(pair));
    }
    client.on('data', (bytes: Buffer) => this.up(pair, bytes));
    server.on('data', (bytes: Buffer) => this.pass(bytes, server, client, 'down'));
  }

  private up(pair: Pair, bytes: Buffer): void {
    if (this.watch?.(bytes) === 'cut') return this.part(pair);
    this.pass(bytes, pair.client, pair.server, 'up');
  }

  private pass(bytes: Buffer, from: Socket, to: Socket, direction: 'up' | 'down'): void {
    const { latencyMs, swallow } = this.toxic;
    if (swallow === direction || swallow === 'both') return;
    const write = (): void => {
      if (to.destroyed || to.write(bytes)) return;
      from.pause();
      to.once('drain', () => from.resume());
    };
    // Timers of one length fire in the order in which they were set: the bytes keep theirs.
    if (latencyMs) setTimeout(write, latencyMs);
    else write();
  }

  private part(pair: Pair): void {
    if (!this.pairs.delete(pair)) return;
    for (const socket of [pair.client, pair.server]) socket.resetAndDestroy();
  }
}
