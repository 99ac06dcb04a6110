import { z } from 'zod';
import { FAILPOINTS, armFailpoint } from './failpoint.js';

/** The environment every service reads; each app's config.ts extends it. */
export const ServiceEnvironment = z.object({
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((list) => list.split(',')),
  /** Put before every topic and group: one broker can carry several platforms. */
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-z0-9.-]*$/)
    .default(''),
  /** The service's application role. */
  DATABASE_URL: z.string().startsWith('postgres'),
  HEALTH_PORT: z.coerce.number().int().min(1).max(65_535),
  /** Milliseconds after which a silent consumer counts as dead and its partitions go to another. */
  SESSION_TIMEOUT_MS: z.coerce.number().int().min(6_000).max(120_000).default(30_000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** `production` runs on real time; `demo` and `test` on a business time that an administrator advances. */
  MODE: z.enum(['production', 'demo', 'test']).default('production'),
  /** Fault suite only: where to die, and at which time of passing, as `after-send:25`. */
  FAILPOINT: z
    .string()
    .regex(new RegExp(`^(${FAILPOINTS.join('|')})(:[1-9]\\d{0,5})?$`))
    .refine(() => ['demo', 'test'].includes(process.env['MODE'] ?? 'production'), 'not in production')
    .optional(),
});
export type ServiceEnvironment = z.infer<typeof ServiceEnvironment>;

/** Reads the environment or ends the process with every fault listed, one a line. */
export function readEnvironment<T extends z.ZodType>(schema: T): z.output<T> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) {
    if (process.env['FAILPOINT']) armFailpoint(process.env['FAILPOINT']);
    return parsed.data;
  }
  for (const issue of parsed.error.issues) {
    process.stderr.write(`配置有误 / configuration: ${issue.path.join('.')}: ${issue.message}\n`);
  }
  process.exit(78);
}
