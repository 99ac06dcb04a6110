// The way into every command: any Node ≥ 20 runs this file, the pinned Node from node_modules runs the rest.
// Written so that a far older Node still reads it and can be told that it is too old.
import { spawn, spawnSync } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['apps', 'libs', 'tools'];
const WEB = path.join('apps/web/');
/** The commands that show the platform to a browser. */
const WITH_WEB = ['start', 'test', 'bench'];
const NODE = path.join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const ROOM_FOR_PACKAGES = 2e9;
const ROOM_FOR_BUILD = 1e8;

function give(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  give(
    `需要 Node.js 20 或更新版本,当前是 ${process.versions.node}:请从 https://nodejs.org 安装。`,
    `Node.js 20 or newer is needed, this is ${process.versions.node}: install it from https://nodejs.org.`,
  );
}

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));

/** npm's own record of what it installed, compared with what the lock file asks for. */
function isInstalled() {
  if (!fs.existsSync(path.join(ROOT, 'node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages)
    .filter(([where]) => where.startsWith('node_modules/'))
    .every(([where, wanted]) => {
      const found = installed[where];
      return found ? found.version === wanted.version : wanted.optional || wanted.peer;
    });
}

function requireRoom(bytes) {
  const { bavail, bsize } = fs.statfsSync(ROOT);
  if (bavail * bsize >= bytes) return;
  give(
    `磁盘空间不足:${ROOT} 至少需要 ${bytes / 1e9} GB,请先清理。`,
    `The disk is full: ${ROOT} needs ${bytes / 1e9} GB, free some first.`,
  );
}

function install() {
  if (isInstalled()) return;
  requireRoom(ROOM_FOR_PACKAGES);
  process.stdout.write('正在安装依赖(约一分钟)… Installing packages (about a minute)…\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm && npm.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    give(
      'npm ci 没有成功,原因见上:请检查网络与磁盘后再试。',
      'npm ci failed, see above: check network and disk, then try again.',
    );
  }
}

function requireRuntime() {
  if (fs.existsSync(NODE)) return;
  give(
    '缺少 node_modules/node/bin/node(npm 的 ignore-scripts 会跳过它):请运行 npm rebuild node --ignore-scripts=false。',
    "node_modules/node/bin/node is missing (npm's ignore-scripts skips it): run npm rebuild node --ignore-scripts=false.",
  );
}

/** Whether the sources behind `stamp` changed since it was written; what was built is then recorded by `record()`. */
function changed(stamp, files) {
  const state = createHash('sha256');
  for (const file of files) state.update(`${file} ${fs.statSync(path.join(ROOT, file)).mtimeMs}\n`);
  const digest = state.digest('hex');
  const place = path.join(ROOT, stamp);
  if (fs.existsSync(place) && fs.readFileSync(place, 'utf8') === digest) return null;
  return () => fs.writeFileSync(place, digest);
}

/** The web client, built by Vite into apps/web/dist, from where the gateway serves it. */
function buildWeb() {
  const sources = ['.ts', '.tsx', '.css', '.html', '.svg', '.mjs'].flatMap((extension) =>
    filesBelow('apps/web', extension),
  );
  const own = sources.filter(
    (file) => !file.startsWith(path.join('apps/web/dist')) && !file.startsWith(path.join('apps/web/test')),
  );
  const record = changed('apps/web/dist/.built', [...own, 'package-lock.json']);
  if (!record) return;
  requireRoom(ROOM_FOR_BUILD);
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(NODE, [vite, 'build', 'apps/web', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) give('网页客户端构建失败,原因见上。', 'The web client did not build, see above.');
  record();
}

function filesBelow(folder, extension) {
  if (!fs.existsSync(path.join(ROOT, folder))) return [];
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((file) => file.endsWith(extension) && !file.split(path.sep).includes('node_modules'))
    .map((file) => path.join(folder, file));
}

/** Compiles in place, because a running platform may be reading `dist`; what has no source any more is removed. */
function build() {
  const sources = SOURCES.flatMap((folder) => filesBelow(folder, '.ts')).filter((file) => !file.startsWith(WEB));
  const record = changed('dist/.built', [...sources, '.swcrc']);
  if (!record) return;

  requireRoom(ROOM_FOR_BUILD);
  const swc = path.join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const { status } = spawnSync(NODE, [swc, ...SOURCES, '--ignore', 'apps/web/**', '-d', 'dist', '--quiet'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) give('源代码编译失败,原因见上。', 'The sources did not compile, see above.');
  const compiled = new Set(sources.map((file) => path.join('dist', file.replace(/\.ts$/, '.js'))));
  for (const file of filesBelow('dist', '.js')) {
    if (!compiled.has(file)) for (const old of [file, `${file}.map`]) fs.rmSync(path.join(ROOT, old), { force: true });
  }
  record();
}

/** Runs the command under the pinned Node; the channel between the two tells the command when this process is gone. */
function run(command, args) {
  const script = path.join(ROOT, 'dist/tools', `${command}.js`);
  if (!fs.existsSync(script)) give(`没有“${command}”这个命令。`, `There is no command “${command}”.`);
  const env = { ...process.env, PATH: [path.dirname(NODE), process.env.PATH].join(path.delimiter) };
  const child = spawn(NODE, [script, ...args], { cwd: ROOT, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code === null ? 1 : code));
}

requireNode20();
const [command, ...args] = process.argv.slice(2);
install();
requireRuntime();
build();
if (WITH_WEB.includes(command || 'start')) buildWeb();
run(command || 'start', args);
