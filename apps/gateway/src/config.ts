import { z } from 'zod';
import { ServiceEnvironment, readEnvironment } from '#libs/messaging/config.js';

export const GatewayEnvironment = ServiceEnvironment.omit({ HEALTH_PORT: true }).extend({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Signs access tokens (HS256); at least 32 characters. */
  TOKEN_SECRET: z.string().min(32),
  /** The first administrator, made at the first start; afterwards ignored. */
  ADMIN_PASSWORD: z.string().min(12).optional(),
  FILES_DIR: z.string().min(1),
  /** The built web client; without it the gateway is an API only. */
  WEB_DIR: z.string().min(1).default('apps/web/dist'),
  /** The proxies whose X-Forwarded-For is believed, as Fastify's `trustProxy` names them. */
  TRUST_PROXY: z.string().default('loopback'),
  /** Requests a minute from one address. */
  RATE_LIMIT: z.coerce.number().int().min(1).default(3_000),
  /** Attempts a minute to sign in from one address. */
  SIGN_IN_LIMIT: z.coerce.number().int().min(1).default(120),
  /** Live streams of one account at a time in one process: tabs and devices. */
  LIVE_STREAMS: z.coerce.number().int().min(1).default(10),
});
export type GatewayEnvironment = z.infer<typeof GatewayEnvironment>;

export const environment = readEnvironment(GatewayEnvironment);
