const DAY_MINUTES = 1_440;
const SHANGHAI_MINUTES = 480; // UTC+8 the whole year

/** Minutes of the day in Asia/Shanghai; `from` is the first quiet minute, `to` the first that is not. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Reads `22:00-08:00`; null for `none`. */
export function parseQuietHours(text: string): QuietHours | null {
  if (text === 'none') return null;
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (!fromHour) throw new Error('22:00-08:00 or none');
  return { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) };
}

/** The end of the quiet hours that `now` lies in; null when it does not. */
export function quietUntil(now: Date, hours: QuietHours | null): Date | null {
  if (!hours) return null;
  const minute = (Math.floor(now.getTime() / 60_000) + SHANGHAI_MINUTES) % DAY_MINUTES;
  const length = (hours.to - hours.from + DAY_MINUTES) % DAY_MINUTES;
  const passed = (minute - hours.from + DAY_MINUTES) % DAY_MINUTES;
  if (passed >= length) return null;
  return new Date((Math.floor(now.getTime() / 60_000) + length - passed) * 60_000);
}
