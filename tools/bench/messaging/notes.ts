import { connectKafka } from '#libs/messaging/kafka.js';
import { ensureTopics } from '#libs/messaging/topics.js';
import { migrate } from '#libs/persistence/migrate.js';
import { join } from 'node:path';
import { nodeProgram } from '../../platform/programs.js';
import { ROOT } from '../../platform/root.js';
import { until } from '../../platform/network.js';
import { withClient } from '../../platform/sql.js';
import type { Ground } from '../ground.js';
import { hearer, writer } from '../notes/note.js';
import { STOCK_TOPIC } from '../notes/stock.js';
import { databaseOf } from '../template.js';

const PREFIX = 'notes.';
const READY_WITHIN_MS = 60_000;

export interface Notes {
  /** Gateway of the notes on libs/messaging, and of those on Nest's own transport. */
  ours: string;
  stock: string;
  /** The database of the notes, as the migrator. */
  databaseUrl: string;
}

/** Starts the notes on both transports, each a gateway and a service, and who hears of them; they stay till the end. */
export async function startNotes({ platform, supervisor, database }: Ground): Promise<Notes> {
  const databaseUrl = Object.assign(new URL(databaseOf(platform)), { pathname: '/notes' }).href;
  await database.query('CREATE DATABASE notes');
  await withClient(databaseUrl, async (client) => {
    for (const { service } of [writer, hearer]) await client.query(`CREATE SCHEMA ${service}`);
    await client.query('CREATE TABLE stock_note (id uuid PRIMARY KEY, version integer NOT NULL, text text NOT NULL)');
  });
  for (const data of [writer, hearer]) await migrate(data, databaseUrl);
  await makeTopics(platform.brokers);

  const start = async (name: string): Promise<string> => {
    const port = await supervisor.folder.port(`notes-${name}`);
    const KAFKA_BROKERS = platform.brokers.join(',');
    const own = {
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS,
      TOPIC_PREFIX: PREFIX,
      PORT: `${port}`,
      HEALTH_PORT: `${port}`,
    };
    const program = nodeProgram(join(ROOT, 'dist/tools/bench/notes', `${name}.js`));
    supervisor.run(3, {
      name: `notes-${name}`,
      ...program,
      env: { ...process.env, ...own, MODE: 'test', LOG_LEVEL: 'error' },
    });
    return `http://127.0.0.1:${port}`;
  };
  for (const name of ['writer', 'hearer', 'stock-service']) await start(name);
  const urls = { ours: await start('gateway'), stock: await start('stock-gateway') };
  for (const url of Object.values(urls)) {
    if (!(await until(() => writes(url), READY_WITHIN_MS, supervisor.signal))) throw new Error(`${url} takes no notes`);
  }
  return { ...urls, databaseUrl };
}

/** The library's topics as the platform has them, and for Nest's transport one with as many partitions. */
async function makeTopics(brokers: string[]): Promise<void> {
  await ensureTopics({ brokers, prefix: PREFIX });
  const admin = connectKafka({ brokers, clientId: 'bench' }).admin();
  await admin.connect();
  const topics = [STOCK_TOPIC, `${STOCK_TOPIC}.reply`].map((topic) => ({ topic, numPartitions: 6 }));
  await admin.createTopics({ topics, waitForLeaders: false });
  await admin.disconnect();
}

async function writes(url: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const signal = AbortSignal.timeout(5_000);
    const response = await fetch(`${url}/notes`, { method: 'POST', headers, body: '{"text":"记"}', signal });
    return response.ok;
  } catch {
    return false; // still starting; who waits for it has a deadline
  }
}
