import { z } from 'zod';

/** What the gateways and the stock service are told. */
export const environment = z
  .object({
    KAFKA_BROKERS: z.string().transform((list) => list.split(',')),
    TOPIC_PREFIX: z.string(),
    DATABASE_URL: z.string(),
    PORT: z.coerce.number(),
  })
  .parse(process.env);
