import { z } from 'zod';
import { stream } from '../define.js';
import { Id } from '../values.js';

export const messageEvents = stream('message.events.v1', {
  service: 'notify',
  key: 'messageId',
  types: {
    settled: z.object({
      messageId: Id,
      caseId: Id.nullable(),
      template: z.string(),
      receiverName: z.string(),
      state: z.enum(['delivered', 'failed']),
    }),
  },
});
