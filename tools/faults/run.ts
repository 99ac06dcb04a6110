import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from '../platform/data-folder.js';
import type { Supervisor } from '../platform/supervisor.js';
import type { Settings } from '../platform/config.js';
import { startPlatform } from '../platform/platform.js';
import type { Platform } from '../platform/platform.js';
import { describe } from '../platform/sentence.js';
import { Caller } from './caller.js';
import type { FaultCase } from './case.js';
import { furnish } from './cast.js';
import type { Cast } from './cast.js';
import { Driver } from './driver.js';
import { Journal } from './journal.js';
import type { Finding } from './judge.js';
import { Proxy } from './proxy.js';
import { drain } from './queues.js';
import { Random } from './random.js';
import { settle } from './settle.js';
import { Store } from './store.js';
import type { World } from './world.js';

const BEFORE_MS = 2_000;
const AFTER_MS = 3_000;
const CALLERS = 12;

export interface Result {
  fault: FaultCase;
  /** How often the fault was injected. */
  tried: number;
  survived: boolean;
  lost: number;
  doubled: number;
  intents: number;
  /** From the end of the fault, through 3 s of further load, to empty queues. */
  seconds: number;
  findings: Finding[];
}

/** The platform of a run, furnished, with its proxies and what reads it from behind. */
export interface Ground {
  platform: Platform;
  folder: DataFolder;
  proxies: World['proxies'];
  cast: Cast;
  store: Store;
}

export async function prepare(settings: Settings, supervisor: Supervisor): Promise<Ground> {
  const proxies: Partial<World['proxies']> = {};
  const between = async (server: 'kafka' | 'postgres', port: number): Promise<number> => {
    const proxy = await Proxy.open(port);
    proxies[server] = proxy;
    return proxy.port;
  };
  const own = { port: 0, topicPrefix: 'faults.', brokers: null, databaseUrl: null, serviceUrls: {} };
  const platform = await startPlatform(
    { ...settings, ...own, mode: 'test', reset: true, jarsFolder: settings.dataFolder, between },
    supervisor,
  );
  const { kafka, postgres } = proxies;
  if (!kafka || !postgres || !platform.databaseUrl) throw new Error('the servers are not behind their proxies');
  const cast = await furnish(platform.url);
  const { databaseUrl, smsCentreUrl } = platform;
  const store = new Store({ databaseUrl, smsCentreUrl, logFolder: supervisor.folder.at('logs') }, cast);
  return { platform, folder: supervisor.folder, proxies: { kafka, postgres }, cast, store };
}

export interface Trial {
  /** Tells the marks of this fault from those of all others. */
  series: string;
  journalFile: string;
  seed: number;
  say: (line: string) => void;
}

/** One fault under load, from quiet queues to quiet queues, and what the judge has found. */
export async function tryFault(ground: Ground, fault: FaultCase, trial: Trial): Promise<Result> {
  const { platform, store, cast } = ground;
  rmSync(trial.journalFile, { force: true });
  const caller = new Caller(cast, new Journal(trial.journalFile), trial.series);
  await cast.renew();
  await drain(platform, store, await store.mark());
  const since = await store.mark();
  const { tried, findings, healedAt } = await underLoad(ground, fault, { ...trial, caller });
  const settled = await settle({ caller, platform, store, since });
  findings.push(...settled.findings);
  const count = (kind: Finding['kind']) => findings.filter((found) => found.kind === kind).length;
  return {
    fault,
    tried,
    survived: fault.mustFind ? count(fault.mustFind) > 0 : findings.length === 0,
    lost: fault.mustFind ? 0 : count('lost'),
    doubled: fault.mustFind ? 0 : count('doubled'),
    intents: caller.journal.intents.length,
    seconds: (settled.drainedAt - healedAt) / 1_000,
    findings,
  };
}

async function underLoad(ground: Ground, fault: FaultCase, { caller, seed, say }: Trial & { caller: Caller }) {
  const { store } = ground;
  const load = new Driver(caller, new Random(seed + 1));
  const sql: World['sql'] = (...asked) => store.query(...asked);
  const world: World = { ...ground, caller, random: new Random(seed), sql, say, load };

  const findings: Finding[] = [];
  load.start(fault.callers ?? CALLERS);
  await sleep(BEFORE_MS);
  const tried = await fault.inject(world).catch((error: unknown) => {
    findings.push({ kind: 'wrong', what: describe(error) });
  });
  const healedAt = Date.now();
  await sleep(AFTER_MS);
  await load.stop();
  return { tried: tried ?? 1, findings, healedAt };
}
