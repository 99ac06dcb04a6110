import { z } from 'zod';

const Config = z.object({
  HOST: z.string().default('127.0.0.1'),
  /** Of the page of what has arrived. */
  PORT: z.coerce.number().int().default(8025),
  SMPP_PORT: z.coerce.number().int().default(2775),
  SMPP_SYSTEM_ID: z.string().max(15),
  SMPP_PASSWORD: z.string().max(8),
  LOG_FILE: z.string(),
});
export type Config = z.infer<typeof Config>;

export const readConfig = (): Config => Config.parse(process.env);
