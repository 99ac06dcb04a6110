import { z } from 'zod';
import { PlainDate } from '../values.js';

export const LIGHTS = ['none', 'normal', 'yellow', 'orange', 'red', 'stopped'] as const;
export type ClockLight = (typeof LIGHTS)[number];

/** One of the two clocks of a filing (R75), or a single deadline. `remaining` is in `unit`, negative when overdue. */
export const Clock = z
  .object({
    /** The last day on time; null without a limit, and while an open stop freezes it. */
    dueOn: PlainDate.nullable(),
    remaining: z.int().nullable(),
    unit: z.enum(['workday', 'day', 'month']),
    state: z.enum(['running', 'stopped', 'ended', 'none']),
    light: z.enum(LIGHTS),
    /** 正常 临期 今日到期 超期 已暂停, 无时限 without a limit: never by colour alone (R104). */
    lightText: z.string(),
  })
  .meta({ id: 'Clock' });
export type Clock = z.infer<typeof Clock>;

/** Why a filing stands still: 补正 before its acceptance, a special procedure after it. */
export const Pause = z
  .object({
    /** As 「已暂停:补正」. */
    text: z.string(),
    since: PlainDate,
    /** Of a correction: by when the unit is to supply. */
    dueOn: PlainDate.nullable(),
  })
  .meta({ id: 'Pause' });
export type Pause = z.infer<typeof Pause>;
