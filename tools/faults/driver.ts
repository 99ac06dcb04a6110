import { setTimeout as sleep } from 'node:timers/promises';
import { Refused, Unreachable } from '#libs/client/client.js';
import type { Caller } from './caller.js';
import { KINDS } from './operations.js';
import type { Kind, Plan } from './operations.js';
import { Random } from './random.js';

/** A gateway that is away refuses at once: without a pause there would be thousands of requests that were never taken. */
const PAUSE_AFTER_TROUBLE_MS = 1_000;
/** Every so many requests one is sent twice at the same moment under its one key. */
const REPEATED = 0.03;
const WEIGHTS = KINDS.reduce((sum, { weight }) => sum + weight, 0);

/** Several callers at once, each one request after the other, until they are told to stop. */
export class Driver {
  private running: Promise<unknown> | undefined;
  private stopped = false;

  constructor(
    private readonly caller: Caller,
    private readonly random: Random,
  ) {}

  start(callers = 12): void {
    this.stopped = false;
    const loops = Array.from({ length: callers }, () =>
      this.loop(new Random(Math.floor(this.random.next() * 2 ** 32))),
    );
    this.running = Promise.all(loops);
  }

  /** Resolves when the last request has its answer or has been given up. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async loop(random: Random): Promise<void> {
    while (!this.stopped) {
      const kind = pickKind(random);
      const mark = this.caller.nextMark();
      const plan = await this.plan(kind, mark, random);
      if (!plan) continue;
      const intent = this.caller.intend(kind, mark, plan);
      const times = random.next() < REPEATED ? 2 : 1;
      const statuses = await Promise.all(Array.from({ length: times }, () => this.caller.send(intent)));
      if (statuses.some((status) => status === null || status >= 500)) await sleep(PAUSE_AFTER_TROUBLE_MS);
    }
  }

  /** Null when what the plan needs to read cannot be read just now. */
  private async plan(kind: Kind, mark: string, random: Random): Promise<Plan | null> {
    try {
      return await kind.plan(this.caller, mark, random);
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
      await sleep(PAUSE_AFTER_TROUBLE_MS);
      return null;
    }
  }
}

function pickKind(random: Random): Kind {
  let left = random.next() * WEIGHTS;
  for (const kind of KINDS) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return random.pick(KINDS);
}
