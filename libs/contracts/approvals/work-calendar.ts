import { z } from 'zod';
import { query } from '../define.js';
import { PlainDate } from '../values.js';

/** The calendar that plans are drawn on, as far as it is known, both days included (R66). */
export const getWorkCalendar = query('approvals.get-work-calendar', {
  http: ['GET', '/work-calendar'],
  permission: 'roadmap:read',
  title: ['工作日历(含推定部分)', 'The working calendar, with the days that are only assumed'],
  input: z.object({ from: PlainDate, to: PlainDate }),
  output: z.object({
    workdays: z.array(PlainDate),
    /** What a notice says of a day, as 「春节放假」. */
    notes: z.array(z.object({ on: PlainDate, note: z.string() })),
    /** The first working day that no notice has confirmed yet. */
    assumedFrom: PlainDate.nullable(),
  }),
  errors: [],
  example: { from: '2026-11-23', to: '2027-03-31' },
});
