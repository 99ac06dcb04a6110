import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { command, query } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { problemOf, requestFault } from './problem.js';
import { readInput } from './read-input.js';

const declared = { title: ['盒', 'box'] as const, permission: 'signed-in' as const, output: z.object({}), errors: [] };
const put = command('projects.put-box', {
  ...declared,
  http: ['POST', '/boxes/:id'],
  key: 'id',
  input: z.object({ id: z.string() }),
  example: { id: 'a' },
});
const list = query('projects.list-boxes', {
  ...declared,
  http: ['GET', '/boxes/:id'],
  input: z.object({ id: z.string() }),
  example: { id: 'a' },
});
const request = (parts: { body?: unknown; query?: object; params?: object }) =>
  ({ params: {}, query: {}, ...parts }) as unknown as FastifyRequest;

describe('the input of a request', () => {
  it('is gathered from path and body, or from path and query string', () => {
    expect(readInput(request({ params: { id: 'a' }, body: { label: 'b' } }), put)).toEqual({ id: 'a', label: 'b' });
    expect(readInput(request({ params: { id: 'a' }, query: { page: '2' } }), list)).toEqual({ id: 'a', page: '2' });
    expect(readInput(request({ params: { id: 'a' } }), put)).toEqual({ id: 'a' });
    expect(readInput(request({ params: { id: 'a' }, body: { id: 'a' } }), put)).toEqual({ id: 'a' });
  });

  it.each([
    ['a field that says another thing than the path', { params: { id: 'a' }, body: { id: 'b' } }],
    ['a body that is a list', { body: [] }],
    ['a body that is a word', { body: 'x' }],
    ['a query string beside a body', { body: { a: 1 }, query: { b: '2' } }],
    ['U+0000', { body: { a: 'x\0' } }],
    ['half a surrogate pair', { body: { a: ['\ud83d'] } }],
    ['half a surrogate pair in a name', { body: { deep: { '\ud83d': 1 } } }],
    [
      'nesting of a hundred thousand',
      { body: { a: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown } },
    ],
  ])('is refused with %s', (_, parts) => {
    expect(() => readInput(request(parts), put)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
  });
});

describe('a problem', () => {
  const issues = z
    .object({ 'a/b': z.string(), list: z.array(z.int()), own: z.string().regex(/^1/, '请填写手机号') })
    .safeParse({ list: [1.5], own: 'x' }).error?.issues;

  it.each(['zh', 'en'] as const)('says in %s which field is wrong and how, by JSON pointer', (locale) => {
    const { errors, ...problem } = problemOf({ code: 'invalid_input', params: { issues } }, locale, 't');
    expect(problem).toMatchObject({
      type: '/api/docs#error-invalid_input',
      status: 422,
      code: 'invalid_input',
      traceId: 't',
      params: {},
    });
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/a~1b', '/list/0', '/own']);
    const [missing, fraction, own] = errors ?? [];
    expect(/\p{Script=Han}/u.test(`${missing?.detail}`)).toBe(locale === 'zh');
    expect(/\p{Script=Han}/u.test(`${fraction?.detail}`)).toBe(locale === 'zh');
    expect(own?.detail).toBe('请填写手机号');
  });

  it('fills in its sentence and hides what is not in the table', () => {
    expect(problemOf(fail('forbidden', { permission: 'x:y' }), 'en', 't').title).toBe(
      'Your role lacks the permission x:y; ask the manager of your institution.',
    );
    expect(problemOf({ code: 'secret_code', params: {} }, 'zh', 't')).toMatchObject({ code: 'internal', status: 500 });
  });

  it('takes only a list of issues for one', () => {
    expect(problemOf({ code: 'conflict', params: { issues: ['text'] } }, 'zh', 't').errors).toBeUndefined();
  });

  it.each([
    [413, 'payload_too_large'],
    [415, 'unsupported_media'],
    [429, 'too_many_requests'],
    [400, 'malformed_request'],
    [414, 'malformed_request'],
  ])('of status %s before the route is %s', (statusCode, code) => {
    expect(requestFault(Object.assign(new Error('x'), { statusCode }))?.code).toBe(code);
  });

  it('is not made of a fault of our own', () => {
    expect(requestFault(new Error('x'))).toBeNull();
    expect(requestFault(Object.assign(new Error('x'), { statusCode: 500 }))).toBeNull();
    expect(requestFault('x')).toBeNull();
  });
});
