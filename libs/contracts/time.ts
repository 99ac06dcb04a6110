import { z } from 'zod';
import { command } from './define.js';
import type { Service } from './define.js';
import { Instant } from './values.js';

/** Sent to every service when business time moves: it fires what has come due until `to` and then answers with how much. */
const advance = (service: Exclude<Service, 'gateway'>) =>
  command(`${service}.advance-time`, {
    http: null,
    key: 'clock',
    permission: 'internal',
    title: ['业务时间推进', 'Business time moves on'],
    input: z.object({ clock: z.literal('business'), to: Instant }),
    output: z.object({ fired: z.int() }),
    errors: [],
    example: { clock: 'business', to: '2026-11-23T09:00:00+08:00' },
  });

export const advanceProjectsTime = advance('projects');
export const advanceAgentsTime = advance('agents');
export const advanceApprovalsTime = advance('approvals');
export const advanceNotifyTime = advance('notify');
