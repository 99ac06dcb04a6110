import fc from 'fast-check';
import type { IHeaders } from 'kafkajs';
import { PLATFORM } from '#libs/identity/principal.js';
import { Answer, envelopeHeaders, readEnvelope, readJson } from './envelope.js';
import type { Envelope } from './envelope.js';
import { isReplyTopic } from './topics.js';

const envelope: Envelope = {
  messageId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f',
  operation: 'projects.open-box',
  principal: PLATFORM,
  businessTime: '2026-11-23T09:00:00+08:00',
  correlationId: 'c',
  traceparent: null,
  ip: null,
  replyTopic: 'gateway.replies.x',
  bodyHash: '',
  expectedVersion: null,
  deadline: null,
};
const header = (value: unknown): IHeaders => ({ envelope: JSON.stringify(value) });

describe('an envelope', () => {
  it('is read as it was written, also from bytes and from a doubled header', () => {
    const headers = envelopeHeaders(envelope);
    const bytes = Buffer.from(String(headers['envelope']));
    expect(readEnvelope(headers)).toEqual(envelope);
    expect(readEnvelope({ envelope: bytes })).toEqual(envelope);
    expect(readEnvelope({ envelope: [bytes, Buffer.from('{}')] })).toEqual(envelope);
  });

  it.each<[string, IHeaders | undefined]>([
    ['no headers', undefined],
    ['no such header', {}],
    ['an empty header', { envelope: '' }],
    ['a header doubled to none', { envelope: [] }],
    ['truncated JSON', { envelope: JSON.stringify(envelope).slice(0, -1) }],
    ['JSON that is no object', header('hello')],
    ['a principal without a kind', header({ ...envelope, principal: {} })],
    ['an unknown role', header({ ...envelope, principal: { ...PLATFORM, roles: ['king'] } })],
    ['an id that is none', header({ ...envelope, messageId: '1' })],
    ['a time that is none', header({ ...envelope, businessTime: 'yesterday' })],
    ['an operation no database could store', header({ ...envelope, operation: 'projects.\u0000' })],
    [
      'an integer beyond a double',
      { envelope: JSON.stringify(envelope).replace('"deadline":null', '"deadline":1e400') },
    ],
    ['invalid UTF-8', { envelope: Buffer.from([0xff, 0xfe, 0x7b]) }],
    ['nesting of a hundred thousand', { envelope: '['.repeat(100_000) + ']'.repeat(100_000) }],
  ])('is not read from %s', (_, headers) => {
    expect(readEnvelope(headers)).toBeNull();
  });

  it('cannot reach the prototype of anything', () => {
    const raw = JSON.stringify(envelope).replace('{', '{"__proto__":{"polluted":true},');
    const read = readEnvelope({ envelope: raw });
    expect(read).toEqual(envelope);
    expect((read as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.json(), (bytes, json) => {
        readJson(Buffer.from(bytes));
        readEnvelope({ envelope: Buffer.from(bytes) });
        readEnvelope({ envelope: json });
        Answer.safeParse(readJson(json));
      }),
    );
  });

  it('reads no JSON as undefined and JSON as it is', () => {
    expect([readJson(null), readJson(undefined), readJson(''), readJson('{')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readJson(Buffer.from('{"名":"甲"}'))).toEqual({ 名: '甲' });
  });
});

describe('a reply topic', () => {
  it.each([
    ['', 'gateway.replies.0', true],
    ['demo.', 'demo.notify.replies.7', true],
    ['demo.', 'gateway.replies.0', false],
    ['', 'demo.gateway.replies.0', false],
    ['', 'projects.commands', false],
    ['', 'gateway.replies.', false],
    ['', 'gateway.replies.8', false],
    ['', 'gateway.replies.0\n', false],
    ['', 'projects.replies.0', false],
  ])('with prefix "%s": %s → %s', (prefix, topic, answer) => {
    expect(isReplyTopic(prefix, topic)).toBe(answer);
  });
});
