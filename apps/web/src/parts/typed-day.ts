/**
 * The day that was typed: `2026-11-23`, `20261123`, `2026.11.23`, `11-23` of this year, `23` of this month; null when it
 * is none. `today` as a plain date.
 */
export function typedDay(text: string, today: string): string | null {
  const digits = /^\d{8}$/.test(text.trim());
  const parts = digits
    ? [text.trim().slice(0, 4), text.trim().slice(4, 6), text.trim().slice(6)]
    : text.trim().split(/[-./年月日\s]+/).filter(Boolean);
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const [day, month = today.slice(5, 7), year = today.slice(0, 4)] = parts.toReversed();
  if (day === undefined || year.length !== 4) return null;
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${plain}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(plain) ? plain : null;
}
