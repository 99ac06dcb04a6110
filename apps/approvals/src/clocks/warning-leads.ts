import type { Lead } from '#libs/calendar/clock.js';

export type WarnedClock = 'statutory' | 'promised' | 'correction' | 'deferral' | 'unit_duty' | 'validity';

/**
 * How long before its due day each clock turns yellow; orange falls on the day itself, red on the day after (R104).
 * None of it is in the founding plan: configurable here.
 */
export const WARNING_LEADS: Readonly<Record<WarnedClock, Lead>> = {
  statutory: { amount: 2, unit: 'workday' },
  promised: { amount: 2, unit: 'workday' },
  correction: { amount: 1, unit: 'workday' },
  /** R72: reminded the day before. */
  deferral: { amount: 1, unit: 'workday' },
  /** R135: C04 granted on 2026-03-02 is reminded on 05-26 of 06-02. */
  unit_duty: { amount: 7, unit: 'day' },
  validity: { amount: 30, unit: 'day' },
};
