import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Proxy } from './proxy.js';

describe('the proxy', () => {
  let echo: Server;
  let proxy: Proxy;
  const clients: Socket[] = [];

  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await Proxy.open((echo.address() as AddressInfo).port);
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await proxy.close();
    echo.close();
  });

  async function client(): Promise<Socket> {
    const socket = connect({ host: '127.0.0.1', port: proxy.port });
    clients.push(socket);
    await once(socket, 'connect');
    return socket;
  }

  async function say(socket: Socket, text: string): Promise<string> {
    socket.write(text);
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    return bytes.toString();
  }

  it('passes bytes both ways', async () => {
    expect(await say(await client(), 'hello')).toBe('hello');
  });

  it('delays them in their order', async () => {
    const socket = await client();
    proxy.toxic = { latencyMs: 40 };
    const since = performance.now();
    expect(await say(socket, 'one')).toBe('one');
    expect(performance.now() - since).toBeGreaterThanOrEqual(75);
  });

  it('swallows what comes back while the connection stays open, and resets it when healed', async () => {
    const socket = await client();
    await say(socket, 'before');
    proxy.toxic = { swallow: 'down' };
    const answered = await Promise.race([
      say(socket, 'lost'),
      new Promise((resolve) => setTimeout(resolve, 50, 'silence')),
    ]);
    expect(answered).toBe('silence');
    expect(socket.destroyed).toBe(false);
    proxy.heal();
    await expect(once(socket, 'close')).rejects.toThrow('ECONNRESET');
    expect(await say(await client(), 'again')).toBe('again');
  });

  it('cuts a connection before the bytes that are watched for reach the server', async () => {
    const socket = await client();
    proxy.watch = (bytes) => (bytes.includes('COMMIT') ? 'cut' : 'pass');
    expect(await say(socket, 'BEGIN')).toBe('BEGIN');
    socket.write('COMMIT');
    await expect(once(socket, 'close')).rejects.toThrow('ECONNRESET');
  });

  it('lets nobody in while it refuses', async () => {
    const parted = once(await client(), 'close');
    proxy.cut(true);
    await expect(parted).rejects.toThrow('ECONNRESET');
    expect(proxy.connections).toBe(0);
    const refused = connect({ host: '127.0.0.1', port: proxy.port });
    await expect(once(refused, 'end')).rejects.toThrow('ECONNRESET');
    proxy.heal();
    expect(await say(await client(), 'again')).toBe('again');
  });
});
