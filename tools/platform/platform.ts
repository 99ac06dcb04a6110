import type { Service } from '#libs/contracts/define.js';
import { ensureTopics } from '#libs/messaging/topics.js';
import type { Settings } from './config.js';
import { DataFolder } from './data-folder.js';
import { databaseAccess, existingAccess, prepareDatabase } from './database.js';
import type { DatabaseAccess, ServiceUrls } from './database.js';
import type { Child } from './child.js';
import { startKafka } from './kafka.js';
import type { Brokers } from './kafka.js';
import { answers, tryPort } from './network.js';
import { startPostgres } from './postgres.js';
import { Sentence } from './sentence.js';
import { presentServices, startInstance, untilReady } from './services.js';
import type { Mode } from './services.js';
import { startSmsCentre } from './sms-centre.js';
import { Supervisor } from './supervisor.js';

export interface PlatformOptions extends Settings {
  mode: Mode;
  /** Forgets everything the data folder holds before it starts. */
  reset: boolean;
  /** Which to start: all there are, unless fewer are wanted; every schema is made in any case. */
  services?: Service[];
  /** Where Kafka's jars are kept, if not in the data folder itself. */
  jarsFolder?: string;
  /** What stands between the services and an embedded server: given the server's port, the one to reach it by. */
  between?: Between;
}

export type Between = (server: 'kafka' | 'postgres', port: number) => Promise<number>;

export interface Platform {
  url: string;
  smsCentreUrl: string;
  brokers: string[];
  topicPrefix: string;
  /** The migrator's URL of the platform's database; null where every service brought its own. */
  databaseUrl: string | null;
  /** Ends one child at once; it is started again. */
  kill(name: string, signal?: NodeJS.Signals): void;
  /** One of the processes: a service, `kafka`, `postgres` or `sms-centre`. */
  child(name: string): Child;
  /** Resolves when the process of that name says that it is ready, or a server lets itself be connected to. */
  ready(name: string): Promise<void>;
  /** One more process of a service, `projects-2`, beside the first; a gateway's port is its `PORT`. A name is used once. */
  another(service: Service, name: string): Promise<Child>;
  /** Roles, schemas, migrations, reference data and topics once more: whatever is missing of them. */
  migrate(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts servers, migrations, topics and services on one data folder; when one fails, everything is stopped again.
 * Throws an AbortError when it was stopped while it started.
 */
export async function startPlatform(
  options: PlatformOptions,
  supervisor = new Supervisor(new DataFolder(options.dataFolder)),
): Promise<Platform> {
  try {
    await supervisor.claim();
    if (options.reset) supervisor.folder.reset();
    supervisor.folder.requireRoom();
    return await start(options, supervisor);
  } catch (error) {
    supervisor.signal.throwIfAborted(); // stopped meanwhile: what failed, failed because of that
    await supervisor.stop();
    throw error;
  }
}

async function start(options: PlatformOptions, supervisor: Supervisor): Promise<Platform> {
  const { mode, topicPrefix: prefix, services = presentServices() } = options;
  const port = options.port || (await supervisor.folder.port('gateway'));
  await requirePort(port);
  const [access, brokers, smsCentre] = await Promise.all([
    database(options, supervisor),
    kafka(options, supervisor),
    startSmsCentre(supervisor),
  ]);
  const urls = await passing(access.app, options.between);
  const to = { mode, port, prefix, brokers: brokers.forServices, urls, smsCentre };
  await Promise.all(services.map((service) => startInstance(supervisor, service, to)));
  return {
    url: `http://localhost:${port}`,
    smsCentreUrl: smsCentre.url,
    brokers: brokers.direct,
    topicPrefix: prefix,
    databaseUrl: access.migratorUrl,
    kill: (name, signal) => supervisor.kill(name, signal),
    child: (name) => supervisor.child(name),
    ready: (name) => untilReady(supervisor, supervisor.child(name)),
    migrate: async () => {
      await prepareDatabase(access, presentServices());
      await makeTopics(brokers.direct, prefix);
    },
    another: async (service, name) => {
      const own = service === 'gateway' ? await supervisor.folder.port(name) : port;
      return await startInstance(supervisor, service, { ...to, port: own }, name);
    },
    stop: () => supervisor.stop(),
  };
}

async function database(options: PlatformOptions, supervisor: Supervisor): Promise<DatabaseAccess> {
  const access = await databaseOf(options, supervisor);
  await prepareDatabase(access, presentServices());
  return access;
}

async function databaseOf(
  { databaseUrl, serviceUrls }: PlatformOptions,
  supervisor: Supervisor,
): Promise<DatabaseAccess> {
  if (databaseUrl) return databaseAccess(databaseUrl, serviceUrls);
  if (Object.keys(serviceUrls).length > 0) return existingAccess(serviceUrls as ServiceUrls);
  return databaseAccess(await startPostgres(supervisor), {});
}

/** The URLs by which the services reach the one server of `urls` through what stands before it. */
async function passing(urls: ServiceUrls, between?: Between): Promise<ServiceUrls> {
  if (!between) return urls;
  const port = await between('postgres', Number(new URL(urls.gateway).port));
  const through = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
  return Object.fromEntries(Object.entries(urls).map(([service, url]) => [service, through(url)])) as ServiceUrls;
}

async function kafka(options: PlatformOptions, supervisor: Supervisor): Promise<Brokers> {
  const { brokers: existing, jarsFolder = supervisor.folder.path, topicPrefix: prefix, between } = options;
  if (existing) await requireOneOf(existing);
  const brokers = existing
    ? { direct: existing, forServices: existing }
    : await startKafka(supervisor, jarsFolder, between && ((port) => between('kafka', port)));
  await makeTopics(brokers.direct, prefix);
  return brokers;
}

/** On a cluster of three every record is kept three times. */
export const makeTopics = (brokers: string[], prefix: string): Promise<void> =>
  ensureTopics({ brokers, prefix, replication: brokers.length < 3 ? 1 : 3 });

async function requirePort(port: number): Promise<void> {
  const found = [await tryPort(port), await tryPort(port, '127.0.0.1')].find((answer) => typeof answer === 'string');
  if (found === undefined) return;
  const [zh, en] = found === 'EACCES' ? ['只有管理员可以使用', 'is for administrators only'] : ['已被占用', 'is taken'];
  throw new Sentence(
    `端口 ${port} ${zh}:请关闭占用它的程序,或换一个端口,例如 PORT=${port + 1} npm start。`,
    `Port ${port} ${en}: close what uses it or choose another, as in PORT=${port + 1} npm start.`,
  );
}

async function requireOneOf(brokers: string[]): Promise<void> {
  const answered = await Promise.all(
    brokers.map((broker) => {
      const { hostname, port } = new URL(`kafka://${broker}`);
      return answers(hostname, Number(port || 9092));
    }),
  );
  if (answered.some(Boolean)) return;
  throw new Sentence(
    `无法连接 Kafka(${brokers.join(',')}):请检查 KAFKA_BROKERS 与服务器。`,
    `Kafka at ${brokers.join(', ')} cannot be reached: check KAFKA_BROKERS and the servers.`,
  );
}
