import { randomUUID } from 'node:crypto';
import type { Envelope } from '#libs/messaging/envelope.js';
import { PLATFORM } from '#libs/identity/principal.js';

/** The account under which the faults send what no gateway has sent. */
export const SENDER = 'faults';

/** An envelope as a gateway makes it, with a message id that nobody has used. */
export const envelopeOf = (operation: string, replyTopic = ''): Envelope => ({
  messageId: randomUUID(),
  operation,
  principal: { ...PLATFORM, accountId: SENDER, kind: 'administrator', roles: ['administrator'] },
  businessTime: new Date().toISOString(),
  correlationId: SENDER,
  traceparent: null,
  ip: null,
  replyTopic,
  bodyHash: '',
  expectedVersion: null,
  deadline: null,
});
