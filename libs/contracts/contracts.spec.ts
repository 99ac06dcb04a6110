import type { z } from 'zod';
import { ALL_OPERATIONS } from './all.js';
import { ALL_STREAMS } from './streams.js';
import type { Operation } from './define.js';
import { ERRORS, fail, isErrorCode, sentence } from './errors.js';
import { agentsErrors } from './errors/agents.js';
import { approvalsErrors } from './errors/approvals.js';
import { gatewayErrors } from './errors/gateway.js';
import { notifyErrors } from './errors/notify.js';
import { projectsErrors } from './errors/projects.js';

const named = ALL_OPERATIONS.map((contract): [string, Operation] => [contract.name, contract]);
const routed = named.filter(([, { http }]) => http !== null);
const fieldsOf = ({ input }: Operation): string[] => Object.keys(input.shape);
const pathFields = ({ http }: Operation): string[] =>
  [...(http?.[1] ?? '').matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const twice = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe('the contracts together', () => {
  it('have names of their own', () => {
    expect(twice(ALL_OPERATIONS.map(({ name }) => name))).toEqual([]);
    expect(twice(ALL_STREAMS.map(({ topic }) => topic))).toEqual([]);
  });

  it('have routes of their own, whatever their path fields are called', () => {
    const routes = ALL_OPERATIONS.flatMap(({ http }) => (http ? [`${http[0]} ${http[1].replace(/:\w+/g, ':')}`] : []));
    expect(twice(routes)).toEqual([]);
  });
});

describe.each(named)('%s', (_, contract) => {
  it('has a name the wire carries and titles in both languages', () => {
    expect(contract.name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(contract.title[0]).toMatch(/\p{Script=Han}/u);
    expect(contract.title[1]).toMatch(/^[\x20-\x7e’“”–—]+$/);
  });

  it('accepts its own example and refuses a field it does not know', () => {
    expect(contract.input.safeParse(contract.example).error?.issues).toBeUndefined();
    const stranger = contract.input.safeParse({ ...contract.example, neverHeardOf: 1 });
    expect(stranger.error?.issues).toMatchObject([{ code: 'unrecognized_keys' }]);
  });

  it('has its path fields and its key among its required inputs', () => {
    const required =
      contract.kind === 'command' && contract.key !== 'new' && contract.key !== 'none'
        ? [...pathFields(contract), contract.key]
        : pathFields(contract);
    expect(fieldsOf(contract)).toEqual(expect.arrayContaining(required));
    for (const name of required)
      expect([name, contract.input.shape[name]?.safeParse(undefined).success]).toEqual([name, false]);
  });

  it('has no key only where the gateway handles it itself', () => {
    if (contract.kind === 'command' && contract.key === 'none') expect(contract.service).toBe('gateway');
    else expect(contract.kind === 'query' || contract.key.length > 0).toBe(true);
  });

  it('names errors that exist, each once', () => {
    expect(contract.errors.filter((code) => !isErrorCode(code))).toEqual([]);
    expect(twice([...contract.errors])).toEqual([]);
  });
});

describe.each(routed)('the route of %s', (_, contract) => {
  it('has the method of its kind', () => {
    expect(contract.http?.[0] === 'GET').toBe(contract.kind === 'query');
  });

  it('is read from words: path and query string hold nothing else', () => {
    const words = (value: unknown): unknown => (Array.isArray(value) ? value.map(String) : String(value));
    const fromWords = contract.kind === 'query' ? Object.keys(contract.example) : pathFields(contract);
    const input = Object.fromEntries(
      Object.entries(contract.example).map(([name, value]) => [name, fromWords.includes(name) ? words(value) : value]),
    );
    expect(contract.input.safeParse(input).error?.issues).toBeUndefined();
  });

  it('reads a query with one value where a list is meant', () => {
    if (contract.kind === 'command') return;
    const lists = Object.entries(contract.example).filter(([, value]) => Array.isArray(value));
    for (const [name, value] of lists) {
      const [one] = value as unknown[];
      expect([name, contract.input.safeParse({ ...contract.example, [name]: String(one) }).success]).toEqual([
        name,
        true,
      ]);
    }
  });
});

describe.each(ALL_STREAMS.map((stream): [string, (typeof ALL_STREAMS)[number]] => [stream.topic, stream]))(
  '%s',
  (topic, stream) => {
    it('has its key in every payload, and no phone and no identity number in any', () => {
      expect(topic).toMatch(/^[a-z]+(-[a-z]+)*\.events\.v1$/);
      for (const [type, schema] of Object.entries(stream.types as Record<string, z.ZodObject>)) {
        expect([type, Object.keys(schema.shape)]).toEqual([type, expect.arrayContaining([stream.key])]);
        expect([
          type,
          Object.keys(schema.shape).filter((name) => /phone|mobile|idNumber|identity/i.test(name)),
        ]).toEqual([type, []]);
      }
    });
  },
);

describe('the table of errors', () => {
  const params = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

  it('has every code in one file only', () => {
    const files = [gatewayErrors, projectsErrors, agentsErrors, approvalsErrors, notifyErrors];
    expect(twice(files.flatMap((file) => Object.keys(file)))).toEqual([]);
  });

  it.each(Object.entries(ERRORS))('%s has a status and says the same in both languages', (code, { status, zh, en }) => {
    expect(code).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThanOrEqual(504);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toBe('');
    expect([...new Set(params(en))]).toEqual([...new Set(params(zh))]);
  });

  it('fills in what a sentence asks for, lists too, and nothing that was not given', () => {
    expect(sentence('conflict', { reason: ['甲', '乙'] }, 'zh')).toBe('与现有记录冲突:甲、乙');
    expect(sentence('conflict', { reason: ['a', 'b'] }, 'en')).toBe('It conflicts with what exists: a, b');
    expect(sentence('conflict', {}, 'en')).toBe('It conflicts with what exists: ');
    expect(fail('not_found').message).toBe('not_found: 未找到该记录。');
  });

  it('knows no code from the prototype', () => {
    expect(['toString', '__proto__', 'constructor', 1, null].filter(isErrorCode)).toEqual([]);
  });
});
