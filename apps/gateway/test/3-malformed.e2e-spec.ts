import fc from 'fast-check';
import { Client } from '#libs/client/client.js';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import type { Operation } from '#libs/contracts/define.js';
import { testPlatformUrl } from '#libs/testing/config.js';
import { House } from '#tools/demo/house.js';
import { enrol, sampleOf } from '#tools/demo/projects.js';
import { DEMO_PASSWORD, Stage } from '#tools/demo/stage.js';

const LEFT_OUT = /^gateway\.(advance-time|sign-out|change-password|disable-account)$/;
/** By name, so that a counterexample can be read. */
const ROUTES = new Map(
  ALL_OPERATIONS.filter(({ http, name }) => http && !LEFT_OUT.test(name)).map((contract) => [contract.name, contract]),
);

/** A value where another was meant: wrong type, wrong size, or text that breaks databases, parsers and terminals. */
const nonsense = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '‮',
    '%00',
    "'; DROP TABLE account;--",
    '../../etc/passwd',
    '💥'.repeat(300),
  ),
  fc.constantFrom(
    [],
    {},
    [[]],
    [null],
    { __proto__: null, constructor: 1 },
    '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f',
    '2026-02-30',
    '99999-12-31',
    'NaN',
    'Infinity',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const isPath = ({ http }: Operation, name: string): boolean => (http?.[1] ?? '').includes(`:${name}`);

/** The contract's own example with some fields missing, replaced or added. */
const request = fc.constantFrom(...ROUTES.keys()).chain((operation) => {
  const example = (ROUTES.get(operation)?.example ?? {}) as Record<string, unknown>;
  const fields = Object.keys(example);
  return fc.record({
    operation: fc.constant(operation),
    replaced: fc.dictionary(fc.constantFrom(...(fields.length > 0 ? fields : ['x'])), nonsense, { maxKeys: 3 }),
    dropped: fc.subarray(fields, { maxLength: Math.min(2, fields.length) }),
    added: fc.dictionary(fc.string({ maxLength: 12 }), nonsense, { maxKeys: 1 }),
    headers: fc.constantFrom(
      {},
      { 'if-match': '"1"' },
      { 'if-match': 'x' },
      { 'idempotency-key': 'a b' },
      { 'idempotency-key': 'ä'.repeat(3) },
      { 'accept-language': 'en' },
    ),
  });
});

const unsendable = (text: string): boolean => !text.isWellFormed();

/** Also of an object without a prototype, which cannot say itself. */
const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function urlOf(contract: Operation, input: Record<string, unknown>): string {
  const [method, template] = contract.http ?? ['GET', '/'];
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const text = plain(input[name]);
    return unsendable(text) || text === '' ? '%20' : encodeURIComponent(text);
  });
  if (method !== 'GET') return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) if (!isPath(contract, name)) query.append(name, plain(value));
  return `${path}?${query.toString()}`;
}

/** Nobody, and one of every kind: what is refused at the door never reaches a handler. */
async function everyKind(): Promise<Client[]> {
  const stage = new Stage(testPlatformUrl(), true);
  const house = await House.furnish(stage);
  await enrol(stage, house, sampleOf('SP025'));
  const posts = ['manager', 'guide', 'helper', 'inspector'];
  for (const post of posts) await house.person('370700', post);
  // Plain clients: the story's own would wait for what it takes for a delay.
  const plainOnes = ['admin', 'r-sg-zrj', 'u-sp025', ...posts.map((post) => `wf-${post}`)];
  await stage.reviewer('SG-ZRJ');
  const signedIn = plainOnes.map((username) => Client.signIn(testPlatformUrl(), username, DEMO_PASSWORD));
  return [new Client(testPlatformUrl()), ...(await Promise.all(signedIn))];
}

describe('a thousand malformed requests', () => {
  it('never get a 500', async () => {
    const clients = await everyKind();
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        request,
        fc.nat(clients.length - 1),
        async ({ operation, replaced, dropped, added, headers }, who) => {
          const client = clients[who] ?? new Client(testPlatformUrl());
          const contract = ROUTES.get(operation);
          if (!contract) throw new Error(`no route ${operation}`);
          const input: Record<string, unknown> = { ...(contract.example as object), ...replaced, ...added };
          for (const name of dropped) delete input[name];
          const [method] = contract.http ?? ['GET'];
          const body =
            method === 'GET'
              ? {}
              : { body: Object.fromEntries(Object.entries(input).filter(([name]) => !isPath(contract, name))) };
          const sendable = Object.fromEntries(
            Object.entries(headers).filter(([, value]) => !/[^\x20-\xff]/.test(value)),
          );
          const { status } = await client.raw(method, `/api/v1${urlOf(contract, input)}`, {
            ...body,
            headers: sendable,
          });
          seen.set(status, (seen.get(status) ?? 0) + 1);
          expect({ operation: contract.name, status }).not.toMatchObject({ status: 500 });
        },
      ),
      { numRuns: 1_000 },
    );
    // It would prove nothing if every request died at the same door.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([401, 403, 404, 422]));
  }, 240_000);

  it.each([
    ['no JSON', '{"username":', 'application/json', 400],
    ['a list instead of an object', '[]', 'application/json', 400],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"username":"admin","password":"x"}', 'application/json', 400],
    ['another media type', '<a/>', 'application/xml', 415],
    ['more than a megabyte', JSON.stringify({ username: 'a'.repeat(1_100_000) }), 'application/json', 413],
    ['nesting without end', '['.repeat(20_000), 'application/json', 400],
  ])("answers %s with a problem in the caller's language", async (_, body, type, status) => {
    const headers = { 'content-type': type, 'accept-language': 'en' };
    const response = await fetch(`${testPlatformUrl()}/api/v1/sessions`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      status,
      code: expect.any(String) as string,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
  });
});
