import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Doubles from 1 to 30 seconds with the number of failures, spread by a quarter. */
export const backOffMs = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);

/** At most `window` submits unanswered and `throughput` begun a second; all wait together while the centre is busy. */
export class Pace {
  private open = 0;
  private readonly queue: (() => void)[] = [];
  private nextAt = 0;
  private refusals = 0;

  constructor(
    private readonly window: number,
    private readonly throughput: number,
  ) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.open >= this.window) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.open += 1;
    try {
      await this.turn();
      return await task();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.open -= 1;
    }
  }

  /** The centre said it has too much to do. */
  slowDown(): void {
    this.refusals += 1;
    this.nextAt = Math.max(this.nextAt, Date.now() + backOffMs(this.refusals));
  }

  accepted(): void {
    this.refusals = 0;
  }

  /** Looks again after waiting: meanwhile the centre may have asked for a pause. */
  private async turn(): Promise<void> {
    for (let wait = this.nextAt - Date.now(); wait > 0; wait = this.nextAt - Date.now()) await sleep(wait);
    this.nextAt = Math.max(this.nextAt, Date.now()) + 1_000 / this.throughput;
  }
}
