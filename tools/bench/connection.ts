import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Shot } from './load.js';

export interface Reply {
  status: number;
  body: string;
}

/**
 * One HTTP/1.1 connection that is kept, one request at a time: as little of a client as can be, because what the driver
 * takes of the machine both sides miss. Understands answers with a content-length only, and throws at any other.
 */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private settle: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined;

  private constructor(url: URL) {
    this.socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the connection was closed')));
  }

  static async open(url: URL): Promise<Connection> {
    const connection = new Connection(url);
    await once(connection.socket, 'connect');
    return connection;
  }

  /** Sends the bytes of one request; resolves with its answer. */
  ask(request: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.fail(new Error(`an answer without content-length:\n${head}`));
    const whole = end + 4 + Number(length);
    if (this.received.length < whole) return;
    const body = this.received.toString('utf8', end + 4, whole);
    this.received = this.received.subarray(whole);
    const { settle } = this;
    this.settle = undefined;
    settle?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  private fail(error: Error): void {
    this.settle?.reject(error);
    this.settle = undefined;
  }
}

/** As from an address of its own a connection: the gateway limits the requests of one address. */
const addressOf = (connection: number): string => `10.0.${connection >> 8}.${connection & 255}`;

/** The bytes of a request; a body goes under an Idempotency-Key of its own. */
export function textOf({ path, token, body }: Shot, connection: number): string {
  const head = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\nx-forwarded-for: ${addressOf(connection)}\r\n`;
  if (body === undefined) return `${head}\r\n`;
  const length = Buffer.byteLength(body);
  return `${head}idempotency-key: ${randomUUID()}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`;
}
