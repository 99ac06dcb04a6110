import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { command, query } from '#libs/contracts/define.js';
import { Client, Refused } from './client.js';

interface Seen {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}
type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'cut';

const declared = { title: ['盒', 'box'] as const, permission: 'signed-in' as const, errors: [] };
const rename = command('projects.rename-box', {
  ...declared,
  http: ['PATCH', '/boxes/:id'],
  key: 'id',
  ifMatch: true,
  input: z.object({ id: z.string(), label: z.string() }),
  output: z.object({ id: z.string() }),
  example: { id: 'a', label: 'b' },
});
const list = query('projects.list-boxes', {
  ...declared,
  http: ['GET', '/boxes'],
  input: z.object({ labels: z.array(z.string()).optional(), page: z.coerce.number().optional() }),
  output: z.object({ total: z.number() }),
  example: {},
});

let server: Server;
let client: Client;
let answers: Answer[];
let seen: Seen[];

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      const answer = answers.shift() ?? { status: 500, body: { code: 'internal' } };
      if (answer === 'cut') return void request.socket.destroy();
      response
        .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
        .end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).withToken('t');
});
beforeEach(() => {
  answers = [];
  seen = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const done: Answer = { status: 200, body: { id: 'a' } };
const input = { id: 'a/b', label: '盒' };
const keys = (): unknown[] => seen.map(({ headers }) => headers['idempotency-key']);

describe('the typed client', () => {
  it('puts each field where the contract says, with token, key and version', async () => {
    answers = [done];
    await client.call(rename, input, { version: 3, idempotencyKey: 'k', locale: 'en' });
    expect(seen).toMatchObject([
      {
        method: 'PATCH',
        url: '/api/v1/boxes/a%2Fb',
        body: '{"label":"盒"}',
        headers: { authorization: 'Bearer t', 'idempotency-key': 'k', 'if-match': '"3"', 'accept-language': 'en' },
      },
    ]);
  });

  it('asks a query by its query string, lists repeated, without a key', async () => {
    answers = [{ status: 200, body: { total: 0 } }];
    expect(await client.call(list, { labels: ['a', 'b'], page: 2 })).toEqual({ total: 0 });
    expect(seen[0]?.url).toBe('/api/v1/boxes?labels=a&labels=b&page=2');
    expect(keys()).toEqual([undefined]);
  });

  it('throws a refusal at once, with its code, its sentence and its fields', async () => {
    answers = [
      { status: 422, body: { code: 'invalid_input', title: '有误', errors: [{ pointer: '/label', detail: '必填' }] } },
    ];
    const refused = await client.call(rename, input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ status: 422, code: 'invalid_input', sentence: '有误' });
    expect(String(refused)).toContain('/label 必填');
    expect(seen).toHaveLength(1);
  });

  it('sends again under the same key when the connection is cut or nothing was sent', async () => {
    answers = ['cut', { status: 503, body: { code: 'service_unavailable' } }, done];
    await client.call(rename, input);
    expect(new Set(keys()).size).toBe(1);
    expect(seen).toHaveLength(3);
  });

  it('asks again under the next key after `not_yet_known`, whose refusal is stored under the last', async () => {
    const notYet: Answer = { status: 409, body: { code: 'not_yet_known' } };
    answers = [notYet, notYet, done];
    await client.call(rename, input, { idempotencyKey: 'k' });
    expect(keys()).toEqual(['k', 'k.1', 'k.2']);
  });

  it('follows a 202 to its answer', async () => {
    const headers = { location: '/api/v1/commands/projects/x', 'retry-after': '0' };
    const pending: Answer = { status: 202, body: { state: 'pending' }, headers };
    answers = [pending, pending, done];
    expect(await client.call(rename, input)).toEqual({ id: 'a' });
    expect(seen.map(({ url }) => url)).toEqual(['/api/v1/boxes/a%2Fb', headers.location, headers.location]);
  });

  it('does not take an answer that never came for the answer', async () => {
    const headers = { location: '/api/v1/commands/projects/x', 'retry-after': '0' };
    answers = Array.from({ length: 61 }, () => ({ status: 202, body: { state: 'pending' }, headers }));
    await expect(client.call(rename, input)).rejects.toMatchObject({ status: 202, code: 'pending' });
  });

  it('refuses an answer that is not what the contract promises', async () => {
    answers = [{ status: 200, body: { id: 7 } }];
    await expect(client.call(rename, input)).rejects.toThrow(z.ZodError);
  });
});
