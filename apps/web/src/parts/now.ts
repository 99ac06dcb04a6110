import { useAsk } from '../api/hooks.js';
import { getTime } from '../api/operations.js';
import { dayOf } from './dates.js';

/** Business time as an instant; the browser's own until the platform has told it. */
export const useNow = (): string => useAsk(getTime, {}).data?.now ?? new Date().toISOString();

/** The business day, `2026-11-23`. */
export const useToday = (): string => dayOf(useNow());
