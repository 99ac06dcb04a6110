import { z } from 'zod';
import { ServiceEnvironment, readEnvironment } from '#libs/messaging/config.js';
import { parseQuietHours } from './sending/quiet-hours.js';

const list = (text: string): string[] => text.split(',').filter((word) => word !== '');

export const NotifyEnvironment = ServiceEnvironment.extend({
  SMPP_HOST: z.string().min(1),
  SMPP_PORT: z.coerce.number().int().min(1).max(65_535),
  SMPP_SYSTEM_ID: z.string().min(1).max(15),
  SMPP_PASSWORD: z.string().max(8),
  /** Submits without an answer at a time. */
  SMPP_WINDOW: z.coerce.number().int().min(1).max(100).default(10),
  /** Submits a second that the operator allows. */
  SMPP_THROUGHPUT: z.coerce.number().min(0.1).max(1_000).default(50),
  /** The number messages come from, given by the operator. */
  SMS_SOURCE: z
    .string()
    .regex(/^\d{3,20}$/)
    .default('10690536'),
  /** Approved by the operator; the channel puts it in 【】 at the head of every message. */
  SMS_SIGNATURE: z
    .string()
    .min(2)
    .max(32)
    .regex(/^[^【】]*$/)
    .default('潍坊审批服务'),
  /** Numbers that are never sent to: in production those of the invented sample projects. */
  SMS_BLOCKED_PREFIXES: z
    .string()
    .regex(/^(\d+(,\d+)*)?$/)
    .optional(),
  /** Business time in Asia/Shanghai in which only urgent messages are sent, or `none`. */
  QUIET_HOURS: z
    .string()
    .regex(/^(none|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/)
    .default('22:00-08:00')
    .transform(parseQuietHours),
  /** Pauses before the second and the third attempt to reach a phone, in seconds. */
  SMS_RETRY_SECONDS: z
    .string()
    .regex(/^\d+,\d+$/)
    .optional(),
}).transform(({ SMS_BLOCKED_PREFIXES, SMS_RETRY_SECONDS, ...rest }) => {
  const real = rest.MODE === 'production';
  return {
    ...rest,
    SMS_BLOCKED_PREFIXES: list(SMS_BLOCKED_PREFIXES ?? (real ? '1990000' : '')),
    SMS_RETRY_SECONDS: list(SMS_RETRY_SECONDS ?? (real ? '60,600' : '2,5')).map(Number),
  };
});

export const environment = readEnvironment(NotifyEnvironment);
