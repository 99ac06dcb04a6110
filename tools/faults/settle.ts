import { setTimeout as sleep } from 'node:timers/promises';
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

const FOLLOW_TIMES = 30;
const FOLLOW_PAUSE_MS = 500;
const REPLAY_TIMES = 30;
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

async function follow(caller: Caller, intent: Intent): Promise<void> {
  const location = caller.journal.repliesTo(intent).find((reply) => reply.location)?.location;
  for (let times = 0; location && times < FOLLOW_TIMES; times += 1) {
    await caller.follow(intent, location);
    if (caller.journal.outcomeOf(intent) !== 'pending') return;
    await sleep(FOLLOW_PAUSE_MS);
  }
}

/** Until it is answered as done or refused. */
async function replay(caller: Caller, intent: Intent): Promise<void> {
  for (let times = 0; times < REPLAY_TIMES; times += 1) {
    const status = await caller.send(intent);
    if (status !== null && status < 500 && status !== 202) return;
    await sleep(FOLLOW_PAUSE_MS);
  }
}

async function inTurns(intents: readonly Intent[], task: (intent: Intent) => Promise<void>): Promise<void> {
  const left = [...intents];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await task(next);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}
