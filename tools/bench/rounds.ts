import type { Round } from './load.js';

/** Seconds of warm-up a side, rounds, and seconds a round. */
export interface Pace {
  warmUp: number;
  rounds: number;
  seconds: number;
}

export interface Result {
  /** Answers a second. */
  throughput: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

export type Side = (seconds: number) => Promise<Round>;

/**
 * Both sides in turn, so that whatever else slows the machine slows both; of the rounds of a side the median counts.
 * Throws when an answer was no 2xx.
 */
export async function alternate([ours, base]: [Side, Side], pace: Pace): Promise<[Result, Result]> {
  await ok(ours(pace.warmUp));
  await ok(base(pace.warmUp));
  const rounds: [Round[], Round[]] = [[], []];
  for (let round = 0; round < pace.rounds; round += 1) {
    rounds[0].push(await ok(ours(pace.seconds)));
    rounds[1].push(await ok(base(pace.seconds)));
  }
  return [resultOf(rounds[0]), resultOf(rounds[1])];
}

/** The round, if all of its answers were 2xx and there were any. */
export async function ok(running: Promise<Round>): Promise<Round> {
  const round = await running;
  if (round.failed > 0)
    throw new Error(`${round.failed} of ${round.answered} answers were no 2xx, as: ${round.failure}`);
  if (round.answered === 0) throw new Error('a round without an answer: too few requests were made ready');
  return round;
}

export const resultOf = (rounds: readonly Round[]): Result => ({
  throughput: median(rounds.map(({ answered, seconds }) => answered / seconds)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('the median of nothing');
  return middle;
}
