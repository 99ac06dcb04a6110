import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { streamed } from './streamed.js';

describe('a download', () => {
  let app: FastifyInstance;
  let url: string;
  const failures: unknown[] = [];
  const after = async function* (...pieces: (string | Error)[]) {
    for (const piece of pieces) {
      await sleep(20);
      if (piece instanceof Error) throw piece;
      yield piece;
    }
  };

  beforeAll(async () => {
    app = fastify();
    const routes: Record<string, (string | Error)[]> = {
      '/whole': ['a', 'b', 'c'],
      '/broken': ['a', 'b', new Error('the owner is gone')],
      '/refused': [new Error('not yours')],
    };
    for (const [path, pieces] of Object.entries(routes)) {
      app.get(path, async (_, reply) => reply.send(await streamed(after(...pieces), (error) => failures.push(error))));
    }
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());

  it('is whole', async () => {
    expect(await (await fetch(`${url}/whole`)).text()).toBe('abc');
  });

  it('that breaks off is seen to fail, and said to the log', async () => {
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(failures).toMatchObject([{ message: 'the owner is gone' }]);
  });

  it('that is refused never begins', async () => {
    expect((await fetch(`${url}/refused`)).status).toBe(500);
  });
});
