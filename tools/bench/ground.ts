import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type pg from 'pg';
import { signIn } from '#libs/contracts/gateway.js';
import { Client } from '#libs/client/client.js';
import type { Service } from '#libs/contracts/define.js';
import { DEMO_PASSWORD } from '../demo/stage.js';
import type { Settings } from '../platform/config.js';
import { DataFolder } from '../platform/data-folder.js';
import { startPlatform } from '../platform/platform.js';
import type { Platform } from '../platform/platform.js';
import { ROOT } from '../platform/root.js';
import { stopOnSignals } from '../platform/signals.js';
import { withClient } from '../platform/sql.js';
import { Supervisor } from '../platform/supervisor.js';
import { Clones } from './clones.js';
import { Driver } from './load.js';
import { databaseOf, makeTemplate } from './template.js';
import type { Template } from './template.js';

/** What the parts of an area measure on: a platform begun anew, and the driver. */
export interface Ground {
  platform: Platform;
  supervisor: Supervisor;
  driver: Driver;
  /** A connection of the migrator. */
  database: pg.Client;
}

/** Starts servers and these services in a folder of its own, and stops everything when `task` has ended. */
export async function onGround<T>(
  settings: Settings,
  services: Service[],
  task: (ground: Ground) => Promise<T>,
): Promise<T> {
  const supervisor = new Supervisor(new DataFolder(join(settings.dataFolder, 'bench')));
  stopOnSignals(supervisor, 130);
  const own = { ...settings, port: 0, databaseUrl: null, serviceUrls: {}, brokers: null, topicPrefix: '' };
  const jarsFolder = settings.dataFolder;
  const platform = await startPlatform({ ...own, mode: 'demo', reset: true, services, jarsFolder }, supervisor);
  const driver = Driver.start();
  try {
    return await withClient(databaseOf(platform), (database) => task({ platform, supervisor, driver, database }));
  } finally {
    driver.stop();
    await platform.stop();
    // The next ground stops on signals of its own; this one's would end the process before that.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.removeAllListeners(signal);
  }
}

/** Copies of one case on both sides, the baseline's server, and the reviewers' tokens. */
export interface Filings {
  clones: Clones;
  /** Where the baseline answers. */
  baselineUrl: string;
  template: Template;
  /** By department code; good for 15 minutes. */
  tokens: ReadonlyMap<string, string>;
}

export async function withFilings<T>(
  { platform, supervisor, database }: Ground,
  task: (filings: Filings) => Promise<T>,
): Promise<T> {
  const template = await makeTemplate(platform);
  const clones = await Clones.begin(database, template);
  const tokens = await signInAll(
    platform.url,
    template.filings.map(({ body }) => body),
  );
  const { child, url } = await startBaseline(platform, supervisor.folder.secret('token'));
  try {
    return await task({ clones, baselineUrl: url, template, tokens });
  } finally {
    child.disconnect();
  }
}

async function signInAll(url: string, bodies: readonly string[]): Promise<Map<string, string>> {
  const client = new Client(url);
  const tokens = new Map<string, string>();
  for (const body of new Set(bodies)) {
    const account = { username: `r-${body.toLowerCase()}`, password: DEMO_PASSWORD };
    tokens.set(body, (await client.call(signIn, account)).accessToken);
  }
  return tokens;
}

async function startBaseline(platform: Platform, secret: string): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, DATABASE_URL: databaseOf(platform), TOKEN_SECRET: secret };
  const child = fork(join(ROOT, 'dist/tools/bench/baseline.js'), { env });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}
