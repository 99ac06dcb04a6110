import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import { ALL_STREAMS } from '#libs/contracts/streams.js';
import { SERVICES, factName } from '#libs/contracts/define.js';
import { ERRORS } from '#libs/contracts/errors.js';
import { SchemaBook } from './schemas.js';

type Json = Record<string, unknown>;

/** AsyncAPI 3.0 of the facts, one channel a topic, CloudEvents in structured JSON. */
export function asyncApi(): Json {
  const book = new SchemaBook('#/components/schemas/');
  const channels: Record<string, Json> = {};
  const operations: Record<string, Json> = {};
  for (const { topic, key, service, types } of ALL_STREAMS) {
    const messages = Object.fromEntries(
      Object.entries(types).map(([type, schema]) => [
        type,
        {
          name: factName(topic, type),
          contentType: 'application/cloudevents+json',
          payload: envelope(topic, type, book.of(schema, 'output')),
        },
      ]),
    );
    channels[topic] = { address: topic, description: `${service} 发布,按 ${key} 排序`, messages };
    operations[`publish.${topic}`] = { action: 'send', channel: { $ref: `#/channels/${topic}` } };
  }
  return {
    asyncapi: '3.0.0',
    info: { title: '帮代办通 事实流', version: '1.0.0', license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/cloudevents+json',
    channels,
    operations,
    components: { schemas: book.components },
  };
}

function envelope(topic: string, type: string, data: Json): Json {
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'actor', 'correlationid', 'data'],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', format: 'uuid' },
      source: text,
      type: { const: factName(topic, type) },
      subject: text,
      time: { type: 'string', format: 'date-time' },
      actor: { type: 'object', properties: { accountId: text, kind: text, name: text } },
      correlationid: text,
      data,
    },
  };
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Every topic, who writes it and by what it is keyed. */
export function topicsPage(): string {
  const owners = SERVICES.filter((service) => service !== 'gateway');
  const count = (service: string, kind: string) =>
    String(ALL_OPERATIONS.filter((operation) => operation.service === service && operation.kind === kind).length);
  const rows = [
    ...owners.map((service) => [
      `\`${service}.commands\``,
      'gateway',
      'aggregate id',
      `${count(service, 'command')} commands`,
    ]),
    ...owners.map((service) => [
      `\`${service}.queries\``,
      'gateway, notify',
      'message id',
      `${count(service, 'query')} queries`,
    ]),
    ...ALL_STREAMS.map(({ topic, service, key, types }) => [
      `\`${topic}\``,
      service,
      key,
      Object.keys(types).join(', '),
    ]),
    ['`<service>.replies.<0–7>`', 'owners', 'message id and body', 'replies, kept 5 minutes'],
  ];
  return `# Topics\n\nGenerated from libs/contracts by \`npm run docs\`.\n\n${table(['topic', 'written by', 'key', 'records'], rows)}\n`;
}

/** Every error code with its status and sentences. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, { status, zh, en }]) => [`\`${code}\``, String(status), zh, en]);
  return `# Errors\n\nGenerated from libs/contracts/errors by \`npm run docs\`.\n\n${table(['code', 'status', 'zh', 'en'], rows)}\n`;
}
