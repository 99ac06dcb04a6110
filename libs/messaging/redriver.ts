import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { inTransaction } from '#libs/persistence/transaction.js';
import { claimRedriven, settleRedriven } from './dead-records.js';
import type { FactConsumer } from './facts.js';

const POLL_MS = 1_000;

/** Hands the dead records that an operator has redriven back to the consumer, in the order of their numbers. */
export class Redriver {
  private readonly stopping = new AbortController();
  private done: Promise<void> | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly consumer: FactConsumer,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.done = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      if (await this.next()) continue;
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** False when there is nothing to do, or the database is away. */
  async next(): Promise<boolean> {
    const stopped = (): boolean => this.stopping.signal.aborted;
    try {
      return await inTransaction(this.source, async (em) => {
        const redriven = await claimRedriven(em);
        if (!redriven) return false;
        await settleRedriven(em, redriven, await this.consumer.attempt(redriven, stopped, redriven.number));
        return true;
      });
    } catch (error) {
      this.log.warn({ err: error }, 'redriving interrupted');
      return false;
    }
  }
}
