/** Milliseconds without a touch after which the kiosk asks, and the seconds it then waits. */
export const IDLE_MS = 60_000;
export const COUNTDOWN_S = 10;

/** How a kiosk stands that long after the last touch: in use, counting down the seconds that are left, or to be cleared. */
export function standing(idleMs: number): 'in_use' | 'over' | { left: number } {
  if (idleMs < IDLE_MS) return 'in_use';
  const left = COUNTDOWN_S - Math.floor((idleMs - IDLE_MS) / 1_000);
  return left > 0 ? { left } : 'over';
}

/** The token of a public progress page from what a scanner or a person entered: its address, its path or the token alone. */
export function tokenOf(entered: string): string | null {
  const text = entered.trim();
  return /(?:^|\/p\/)([\w-]{8,100})(?:[?#].*)?$/.exec(text)?.[1] ?? null;
}
