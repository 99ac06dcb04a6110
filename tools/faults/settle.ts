import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../demo/stage.js';
import type { Caller } from './caller.js';
import type { Intent } from './journal.js';
import { judge } from './judge.js';
import type { Finding } from './judge.js';
import { drain } from './queues.js';
import type { Platform } from '../platform/platform.js';
import type { Mark, Store } from './store.js';

interface Settling {
  caller: Caller;
  platform: Platform;
  store: Store;
  since: Mark;
}

/** For all of them together; what has no end by then is stuck. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;
/** Of the intents whose outcome is known, every so many is asked again: the same key, the same answer. */
const SAMPLE = 20;
const WIDTH = 12;

/**
 * After the fault: every 202 is followed to its end and the queues run empty, then the judge looks. Then every intent
 * whose outcome nobody knows is repeated under its key, and the judge looks again. `drainedAt` is when they were empty first.
 */
export async function settle(settling: Settling): Promise<{ findings: Finding[]; drainedAt: number }> {
  const { caller, platform, store, since } = settling;
  const { journal } = caller;
  await inTurns(outcomes(caller, 'pending'), (intent) => follow(caller, intent));
  const left = await drain(platform, store, since);
  const drainedAt = Date.now();
  const findings = judge(journal, await store.snapshot(caller.series, since));
  const unknown = [...outcomes(caller, 'open'), ...outcomes(caller, 'unsent')];
  const known = journal.intents.filter((intent, index) => index % SAMPLE === 0 && !unknown.includes(intent));
  await inTurns([...unknown, ...known], (intent) => replay(caller, intent));
  left.push(...(await drain(platform, store, since)));
  const again = judge(journal, await store.snapshot(caller.series, since));
  const stuck = left.map((what) => ({ kind: 'stuck' as const, what }));
  const all = new Map([...findings, ...again, ...stuck].map((found) => [`${found.kind} ${found.what}`, found]));
  return { findings: [...all.values()], drainedAt };
}

const outcomes = ({ journal }: Caller, outcome: string): Intent[] =>
  journal.intents.filter((intent) => journal.outcomeOf(intent) === outcome);

/** True when there is nothing more to ask. */
async function follow(caller: Caller, intent: Intent): Promise<boolean> {
  const location = caller.journal.repliesTo(intent).find((reply) => reply.location)?.location;
  if (!location) return true;
  await caller.follow(intent, location);
  return caller.journal.outcomeOf(intent) !== 'pending';
}

/** True when it is answered as done or refused. */
async function replay(caller: Caller, intent: Intent): Promise<boolean> {
  const status = await caller.send(intent);
  return status !== null && status < 500 && status !== 202;
}

/** Round after round over those that have no end yet. */
async function inTurns(intents: readonly Intent[], task: (intent: Intent) => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let open = [...intents]; open.length > 0 && Date.now() < deadline;) {
    const unended: Intent[] = [];
    await inParallel(open, WIDTH, async (intent) => {
      if (Date.now() > deadline || !(await task(intent))) unended.push(intent);
    });
    open = unended;
    if (open.length > 0) await sleep(PAUSE_MS);
  }
}
