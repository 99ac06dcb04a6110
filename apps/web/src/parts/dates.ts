import { locale } from '../texts/texts.js';

// Instants in the city's own time, whatever the browser's zone is; plain dates as they are.

const ZONE = 'Asia/Shanghai';
const parts = (value: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, ...options }).format(value);

/** `2026-11-23 09:30`. */
export const instant = (value: string): string => parts(new Date(value), { dateStyle: 'short', timeStyle: 'short' });

/** The day of an instant, `2026-11-23`. */
export const dayOf = (value: string): string => parts(new Date(value), { dateStyle: 'short' });

/** `09:30`. */
export const timeOf = (value: string | Date): string => parts(new Date(value), { timeStyle: 'short' });

/** A plain date as people say it: `11月23日 周一`, with the year when it is another one than that of `today`. */
export function day(value: string, today = dayOf(new Date().toISOString())): string {
  const sameYear = value.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    ...(sameYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(`${value}T00:00:00Z`));
}

/** Calendar days from one plain date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
