import { onGround, withFilings } from './ground.js';
import { operations } from './messaging/operations.js';
import type { Settings } from '../platform/config.js';
import type { Metric } from './report.js';

/** Everything about libs/messaging; `quick` is for those who work on it. */
export async function messaging(settings: Settings, quick: boolean): Promise<Metric[]> {
  const pace = quick ? { warmUp: 2, rounds: 3, seconds: 2 } : { warmUp: 2, rounds: 3, seconds: 4 };
  return await onGround(settings, ['gateway', 'approvals'], (ground) =>
    withFilings(ground, (filings) => operations(ground, filings, quick ? [1, 64] : [1, 16, 64, 256], pace)),
  );
}
