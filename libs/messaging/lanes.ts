/**
 * Runs tasks in order within a key and in parallel across keys, at most `width` at once.
 * A task must not throw; what it throws ends the process, because order could no longer be promised.
 */
export class KeyedLanes {
  private readonly waiting = new Map<string, (() => Promise<void>)[]>();
  private readonly ready: string[] = [];
  private running = 0;
  private pending = 0;
  private readonly drained: (() => void)[] = [];

  constructor(private readonly width: number) {}

  /** Tasks taken and not finished. */
  get size(): number {
    return this.pending;
  }

  push(key: string, task: () => Promise<void>): void {
    this.pending += 1;
    const lane = this.waiting.get(key);
    if (lane) {
      lane.push(task);
      return;
    }
    this.waiting.set(key, [task]);
    this.ready.push(key);
    this.start();
  }

  /** Resolves when nothing is left. */
  async idle(): Promise<void> {
    if (this.pending === 0) return;
    await new Promise<void>((resolve) => this.drained.push(resolve));
  }

  private start(): void {
    while (this.running < this.width) {
      const key = this.ready.shift();
      if (key === undefined) return;
      this.running += 1;
      void this.runLane(key);
    }
  }

  /** One task of the lane, then its turn goes to the back, so that a busy key never starves the others. */
  private async runLane(key: string): Promise<void> {
    const lane = this.waiting.get(key) ?? [];
    const task = lane[0];
    if (task) await task();
    lane.shift();
    if (lane.length > 0) this.ready.push(key);
    else this.waiting.delete(key);
    this.running -= 1;
    this.pending -= 1;
    if (this.pending === 0) for (const resolve of this.drained.splice(0)) resolve();
    this.start();
  }
}
