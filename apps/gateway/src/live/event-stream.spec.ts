import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EventStream } from './event-stream.js';

describe('a stream of events', () => {
  let server: Server;
  let stream: EventStream;
  let closed: Promise<unknown>;

  beforeEach(async () => {
    server = createServer((_, response) => {
      closed = once(response, 'close');
      stream = new EventStream(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => server.close());

  async function open(): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
    return response;
  }

  it('says the same news of a moment once, and not before those who copy it have had their time', async () => {
    const response = await open();
    stream.hello();
    const began = performance.now();
    for (const id of ['a', 'b', 'a']) stream.tell('changed', { id });
    stream.ping();
    setTimeout(() => stream.end(), 800);
    const said = await text(response);
    expect(performance.now() - began).toBeGreaterThan(600);
    expect(said).toBe(
      'retry: 2000\n\nevent: hello\ndata: {}\n\n: ping\n\n' +
        'event: changed\ndata: {"id":"a"}\n\nevent: changed\ndata: {"id":"b"}\n\n',
    );
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
  });

  it('ends for a client that does not read', async () => {
    const response = await open();
    response.on('error', () => undefined); // it is cut off, as it is meant to be
    response.pause();
    const pushing = setInterval(() => stream.tell('changed', { id: 'x'.repeat(1_000_000) }), 50);
    stream.tell('changed', { id: 'y'.repeat(20_000_000) });
    await closed;
    clearInterval(pushing);
  }, 20_000);

  it('forgets what it wanted to say when its client has gone', async () => {
    const response = await open();
    stream.tell('changed', { id: 'a' });
    response.destroy();
    await closed;
    expect(() => stream.ping()).not.toThrow();
  });
});
