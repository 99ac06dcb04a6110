import { z } from 'zod';

/** What `npm test` tells the suite. */
export const environment = z
  .object({ TEST_PLATFORM_URL: z.url(), TEST_CHROMIUM: z.string().min(1) })
  .parse(process.env);
