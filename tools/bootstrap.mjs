// The way into every command: any Node ≥ 20 runs this file, the pinned Node from node_modules runs the rest.
// Written so that a far older Node still reads it and can be told that it is too old.
import { spawn, spawnSync } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['apps', 'libs', 'tools'];
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

function filesBelow(folder, extension) {
  if (!fs.existsSync(path.join(ROOT, folder))) return [];
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((file) => file.endsWith(extension) && !file.split(path.sep).includes('node_modules'))
    .map((file) => path.join(folder, file));
}

/** Compiles in place, because a running platform may be reading `dist`; what has no source any more is removed. */
function build() {
  const sources = SOURCES.flatMap((folder) => filesBelow(folder, '.ts'));
  const state = createHash('sha256').update(fs.readFileSync(path.join(ROOT, '.swcrc')));
  for (const file of sources) state.update(`${file} ${fs.statSync(path.join(ROOT, file)).mtimeMs}\n`);
  const stamp = path.join(ROOT, 'dist/.built');
  const digest = state.digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest) return;

  requireRoom(ROOM_FOR_BUILD);
  const swc = path.join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const { status } = spawnSync(NODE, [swc, ...SOURCES, '-d', 'dist', '--quiet'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) give('源代码编译失败,原因见上。', 'The sources did not compile, see above.');
  const compiled = new Set(sources.map((file) => path.join('dist', file.replace(/\.ts$/, '.js'))));
  for (const file of filesBelow('dist', '.js')) {
    if (!compiled.has(file)) for (const old of [file, `${file}.map`]) fs.rmSync(path.join(ROOT, old), { force: true });
  }
  fs.writeFileSync(stamp, digest);
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
run(command || 'start', args);
