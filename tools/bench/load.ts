import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../platform/root.js';

/** One request; a body makes it a POST under an Idempotency-Key of its own. */
export interface Shot {
  path: string;
  token: string;
  body?: string;
}

export interface Job {
  /** The connections are dealt out to these in turn. */
  urls: string[];
  connections: number;
  seconds: number;
  shots: Shot[];
  /** Begins again when all are sent; otherwise the round ends with the last one. */
  again: boolean;
  /** Requests a second in all, sent whether or not earlier ones are answered; null = each connection as fast as it is answered. */
  rate: number | null;
}

/** What one round gave; milliseconds, except `seconds`. */
export interface Round {
  answered: number;
  seconds: number;
  p50: number;
  p99: number;
  /** Answers that were no 2xx, with one of them in full. */
  failed: number;
  failure: string | null;
}

/** The process that sends the load: one, light, and apart from whatever it measures. */
export class Driver {
  private constructor(private readonly child: ChildProcess) {}

  static start(): Driver {
    return new Driver(fork(join(ROOT, 'dist/tools/bench/driver.js'), { serialization: 'advanced' }));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Throws when the driver itself fails; answers that are no 2xx are counted in the round. */
  async run(job: Job): Promise<Round> {
    this.child.send(job);
    const [answer] = (await once(this.child, 'message')) as [Round | string];
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  }

  stop(): void {
    this.child.disconnect();
  }
}
