import type { Admin } from 'kafkajs';
import type pg from 'pg';
import { connectKafka } from '#libs/messaging/kafka.js';
import type { DataFolder } from '../platform/data-folder.js';
import type { Platform } from '../platform/platform.js';
import type { Cast } from './cast.js';
import type { Caller } from './caller.js';
import type { Driver } from './driver.js';
import type { Proxy } from './proxy.js';
import type { Random } from './random.js';
import type { Store } from './store.js';

/** What a fault can lay its hands on. */
export interface World {
  platform: Platform;
  /** Where the platform keeps everything. */
  folder: DataFolder;
  /** Between the services and the broker, and the services and the database. */
  proxies: Record<'kafka' | 'postgres', Proxy>;
  cast: Cast;
  /** Requests of the fault's own, judged like those of the load. */
  caller: Caller;
  store: Store;
  /** Running when a fault is injected; one that must not be under load stops it and starts it again. */
  load: Driver;
  random: Random;
  /** SQL as the migrator, past the proxy. */
  sql<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
  say(line: string): void;
}

/** An admin client of the broker, past the proxy, for one piece of work. */
export async function withAdmin<T>({ brokers }: Platform, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = connectKafka({ brokers, clientId: 'faults' }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
