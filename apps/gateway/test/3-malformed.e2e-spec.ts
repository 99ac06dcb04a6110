import fc from 'fast-check';
import { Client } from '#libs/client/client.js';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import type { Operation } from '#libs/contracts/define.js';
import { testPlatformUrl } from '#libs/testing/config.js';
import { DEMO_PASSWORD } from '#tools/demo/stage.js';

const ROUTES = ALL_OPERATIONS.filter(
  ({ http, name }) => http && !/^gateway\.(advance-time|sign-out|change-password|disable-account)$/.test(name),
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
const request = fc.constantFrom(...ROUTES).chain((contract) => {
  const example = contract.example as Record<string, unknown>;
  const fields = Object.keys(example);
  return fc.record({
    contract: fc.constant(contract),
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

function urlOf(contract: Operation, input: Record<string, unknown>): string {
  const [method, template] = contract.http ?? ['GET', '/'];
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const text = String(input[name]);
    return unsendable(text) || text === '' ? '%20' : encodeURIComponent(text);
  });
  if (method !== 'GET') return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input))
    if (!isPath(contract, name)) query.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  return `${path}?${query.toString()}`;
}

describe('a thousand malformed requests', () => {
  it('never get a 500', async () => {
    const clients = [new Client(testPlatformUrl()), await Client.signIn(testPlatformUrl(), 'admin', DEMO_PASSWORD)];
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        request,
        fc.constantFrom(...clients),
        async ({ contract, replaced, dropped, added, headers }, client) => {
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
