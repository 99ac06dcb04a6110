/** Where a day lies between two others, 0 to 1; 1 where they leave no room. */
export function share(day: string, from: string, to: string): number {
  const at = (one: string) => Date.parse(`${one}T00:00:00Z`);
  const room = at(to) - at(from);
  return room > 0 ? Math.min(1, Math.max(0, (at(day) - at(from)) / room)) : 1;
}

export interface Stretch {
  from: string;
  to: string | null;
}

/** A stretch of days as left edge and width between `from` and `to`, in hundredths; what lasts goes on to `today`. */
export function placed({ from, to }: Stretch, frame: { from: string; to: string; today: string }) {
  const left = share(from, frame.from, frame.to);
  const right = share(to ?? frame.today, frame.from, frame.to);
  return { left: left * 100, width: Math.max(0, right - left) * 100 };
}
