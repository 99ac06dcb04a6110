import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { SERVICES } from '#libs/contracts/define.js';
import { postgresHome } from './postgres-home.js';
import type { PostgresHome } from './postgres-home.js';
import { commandOf } from './processes.js';
import { Sentence } from './sentence.js';
import { withClient } from './sql.js';
import type { Supervisor } from './supervisor.js';

const SUPERUSER = 'bangdaiban';
const DATABASE = 'bangdaiban';
const MAJOR = '18';
const READY_WITHIN_MS = 60_000;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts the embedded server of the data folder, making it the first time; returns its superuser's URL. */
export async function startPostgres(supervisor: Supervisor): Promise<string> {
  const { folder } = supervisor;
  const home = await postgresHome(folder);
  const password = folder.secret('postgres');
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(supervisor, home, password);
  requireMajor(home.data);

  const port = await folder.port('postgres');
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = supervisor.run(0, {
    name: 'postgres',
    command: join(home.programs, 'postgres'),
    args: ['-D', home.data, '-p', String(port), ...settings],
    cwd: '/',
    user: home.user,
    stopSignal: 'SIGINT',
    beforeStart: () => clearStaleLock(home.data),
    show: (line) => (line.includes('PANIC') ? line : null),
  });
  const maintenance = urlOf(password, port, 'postgres');
  await supervisor.ready(child, () => accepts(maintenance), READY_WITHIN_MS);
  await withClient(maintenance, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  return urlOf(password, port, DATABASE);
}

/** The URL of the embedded server that the platform of this folder has started. */
export function runningPostgres(folder: DataFolder): string {
  const port = folder.lastPort('postgres');
  if (port && existsSync(folder.at('running.json'))) return urlOf(folder.secret('postgres'), port, DATABASE);
  throw new Sentence('平台没有运行:请先 npm start。', 'The platform is not running: start it first with npm start.');
}

const urlOf = (password: string, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

/** An empty database `<name>_test` beside the one of the URL, for one run of the tests; returns its URL. */
export async function freshDatabase(url: string): Promise<string> {
  const name = `${new URL(url).pathname.slice(1)}_test`;
  await withClient(url, async (client) => {
    const templates = SERVICES.map((service) => `template_${service}`);
    for (const old of [name, ...templates]) await client.query(`DROP DATABASE IF EXISTS "${old}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}"`);
  });
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** Into a folder beside it that is renamed at the end: a cluster half made is never taken for one. */
async function initialise(
  supervisor: Supervisor,
  { programs, data, user }: PostgresHome,
  password: string,
): Promise<void> {
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(mkdtempSync(join(tmpdir(), 'bangdaiban-')), 'password');
  writeFileSync(passwordFile, password);
  if (user) for (const file of [unfinished, dirname(passwordFile), passwordFile]) chownSync(file, user.uid, user.gid);
  const args = [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await supervisor.runOnce('initdb', join(programs, 'initdb'), args, { ...user, cwd: '/' });
    renameSync(unfinished, data);
  } finally {
    rmSync(dirname(passwordFile), { recursive: true });
  }
}

function requireMajor(data: string): void {
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (major === MAJOR) return;
  throw new Sentence(
    `数据文件夹里是 PostgreSQL ${major} 的数据,当前版本是 ${MAJOR}:请运行 npm start -- --reset 重新开始。`,
    `The data folder holds data of PostgreSQL ${major}, this is ${MAJOR}: begin anew with npm start -- --reset.`,
  );
}

/** After a crash the number in postmaster.pid may by now belong to another program, which PostgreSQL takes for itself. */
function clearStaleLock(data: string): void {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n', 1)[0]);
  const command = commandOf(pid);
  if (command === null) return; // PostgreSQL sees this itself, and waits for backends that are still alive
  if (!command.includes(data)) return rmSync(lock);
  throw new Sentence(
    `${data} 正由另一个 PostgreSQL(进程 ${pid})使用:请先停止它。`,
    `${data} is in use by another PostgreSQL (process ${pid}): stop it first.`,
  );
}

const accepts = (url: string): Promise<boolean> =>
  withClient(url, () => Promise.resolve()).then(
    () => true,
    () => false, // still starting; who waits for it has a deadline
  );
