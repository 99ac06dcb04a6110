import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import { ALL_STREAMS } from '#libs/contracts/streams.js';
import { ERRORS } from '#libs/contracts/errors.js';
import { asyncApi, errorsPage, topicsPage } from './asyncapi.js';
import { docsPage } from './docs-page.js';
import { openApi } from './openapi.js';
import { SchemaBook } from './schemas.js';

interface Route {
  'x-permission'?: string;
  operationId: string;
  responses: Record<string, { description: string }>;
}

const api = openApi();
const paths = api['paths'] as Record<string, Record<string, Route>>;
const refsOf = (document: unknown): string[] =>
  [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);

function resolves(document: unknown, ref: string): boolean {
  let at: unknown = document;
  for (const part of ref.replace('#/', '').split('/'))
    at = (at as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/')];
  return at !== undefined;
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(api));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('has every route of every contract, with its permission and its errors', () => {
    for (const { name, http, permission, errors } of ALL_OPERATIONS) {
      if (!http) continue;
      const route = paths[`/api/v1${http[1].replace(/:(\w+)/g, '{$1}')}`]?.[http[0].toLowerCase()];
      expect([name, route?.['x-permission']]).toEqual([name, permission]);
      for (const code of errors)
        expect([name, route?.responses[String(ERRORS[code].status)]?.description]).toEqual([
          name,
          expect.stringContaining(`\`${code}\``),
        ]);
    }
  });

  it('names every operation once and a permission for each', () => {
    const routes = Object.values(paths).flatMap((path) => Object.values(path));
    expect(routes.filter((route) => !route['x-permission']).map(({ operationId }) => operationId)).toEqual([]);
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it('points at nothing that is not there', () => {
    expect(refsOf(api).filter((ref) => !resolves(api, ref))).toEqual([]);
  });
});

describe('the AsyncAPI document', () => {
  const document = asyncApi();
  const channels = document['channels'] as Record<
    string,
    { address: string; messages: Record<string, { name: string; payload: { properties: object } }> }
  >;

  it('has one channel a stream, one message a type, and the CloudEvents envelope around each', () => {
    expect(document['asyncapi']).toBe('3.0.0');
    for (const { topic, types } of ALL_STREAMS) {
      expect(channels[topic]?.address).toBe(topic);
      expect(Object.keys(channels[topic]?.messages ?? {})).toEqual(Object.keys(types));
      for (const { payload } of Object.values(channels[topic]?.messages ?? {})) {
        expect(payload.properties).toMatchObject({ specversion: { const: '1.0' }, time: { format: 'date-time' } });
      }
    }
  });

  it('points at nothing that is not there', () => {
    const unescaped = refsOf(document).filter((ref) => ref.startsWith('#/components'));
    expect(unescaped.filter((ref) => !resolves(document, ref))).toEqual([]);
  });
});

describe('a book of schemas', () => {
  const Name = z.object({ text: z.string().default('') }).meta({ id: 'SpecName' });

  it('keeps a named schema in one place and points there', () => {
    const book = new SchemaBook('#/components/schemas/');
    expect(book.of(z.object({ name: Name }), 'output')).toMatchObject({
      properties: { name: { $ref: '#/components/schemas/SpecName' } },
    });
    expect(book.components['SpecName']).toMatchObject({ required: ['text'] });
  });

  it('gives what is asked for a name of its own when it is looser than what is answered', () => {
    const book = new SchemaBook('#/s/');
    book.of(z.object({ name: Name }), 'output');
    expect(book.of(z.object({ name: Name }), 'input')).toMatchObject({
      properties: { name: { $ref: '#/s/SpecNameInput' } },
    });
    expect(Object.keys(book.components)).toEqual(['SpecName', 'SpecNameInput']);
  });
});

describe('the pages for people', () => {
  it('name every topic, every error and every route', () => {
    for (const { topic } of ALL_STREAMS) expect(topicsPage()).toContain(`\`${topic}\``);
    for (const code of Object.keys(ERRORS)) expect(errorsPage()).toContain(`| \`${code}\` |`);
    const page = docsPage();
    for (const code of Object.keys(ERRORS)) expect(page).toContain(`id="error-${code}"`);
    for (const { http } of ALL_OPERATIONS) if (http) expect(page).toContain(`/api/v1${http[1]}`);
    expect(page).not.toContain('<script');
  });
});
