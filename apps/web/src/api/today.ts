import { dayOf } from '../parts/dates.js';
import { useAsk } from './hooks.js';
import { getTime } from './operations.js';

/** The platform's business day, which a demonstration moves on; the computer's own until it has answered. */
export function useToday(): string {
  const { data } = useAsk(getTime, {});
  return dayOf(data?.now ?? new Date().toISOString());
}
