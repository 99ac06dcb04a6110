import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats `act` for so long, with a pause after each; the sum of what it returns. */
export async function during(ms: number, pauseMs: number, act: () => Promise<number>): Promise<number> {
  const end = Date.now() + ms;
  let sum = 0;
  while (Date.now() < end) {
    sum += await act();
    await sleep(pauseMs);
  }
  return sum;
}
