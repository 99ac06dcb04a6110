import { z } from 'zod';
import { Id } from '../values.js';

// GET /live: server-sent events. `hello` when it begins to hear, `changed` for a case that is watched, `queue` for one's own.

const MOST_CASES = 50;

/** What a client asks to hear of: `?case=<id>&case=<id>` and `?queue=1`. */
export const Watch = z.strictObject({
  case: z
    .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(Id).max(MOST_CASES))
    .transform((ids) => [...new Set(ids)]),
  queue: z
    .literal('1')
    .optional()
    .transform((flag) => flag !== undefined),
});

/** The data of `changed`: which aggregate (`stream` and `id`) of which watched case, and the name of the fact. Never what it says. */
export const Changed = z
  .object({ stream: z.string(), id: z.string(), caseId: Id, type: z.string() })
  .meta({ id: 'Changed' });
export type Changed = z.infer<typeof Changed>;
