import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './data-folder.js';
import { until } from './network.js';
import { identify, isAlive } from './processes.js';
import { Supervisor } from './supervisor.js';

const program = (name: string, code: string) => ({ name, command: process.execPath, args: ['-e', code] });
const LIVES = 'setInterval(() => {}, 1000)';

describe('the supervisor', () => {
  let folder: DataFolder;
  let supervisor: Supervisor;
  let said: string[];

  beforeEach(() => {
    folder = new DataFolder(mkdtempSync(join(tmpdir(), 'supervisor-')));
    said = [];
    supervisor = new Supervisor(folder, (line) => said.push(line));
  });
  afterEach(async () => {
    await supervisor.stop();
    rmSync(folder.path, { recursive: true });
  });

  it('starts a child again that was killed, and says so', async () => {
    const child = supervisor.run(0, program('victim', LIVES));
    const { pid } = child;
    supervisor.kill('victim');
    expect(await until(() => Promise.resolve(child.pid !== undefined && child.pid !== pid), 5_000)).toBe(true);
    expect(said).toEqual([expect.stringContaining('[victim] 意外退出(SIGKILL)')]);
  });

  it('gives up on a child that keeps dying before it is ready, with its last words', async () => {
    const child = supervisor.run(0, program('broken', 'console.error("no such port"); process.exit(3)'));
    await expect(supervisor.ready(child, () => Promise.resolve(false), 20_000)).rejects.toThrow(
      /broken.*\n?.*no such port/,
    );
  });

  it('stops the highest tier first', async () => {
    const ended = folder.at('ended');
    const slow = (name: string) =>
      program(
        name,
        `${LIVES}; process.on('SIGTERM', () => { require('fs').appendFileSync('${ended}', '${name} '); process.exit() });
        require('fs').writeFileSync('${folder.at(name)}', '')`,
      );
    for (const [tier, name] of ['server', 'service', 'gateway'].entries()) supervisor.run(tier, slow(name));
    const started = ['server', 'service', 'gateway'].map((name) => folder.at(name));
    await until(() => Promise.resolve(started.every((file) => existsSync(file))), 5_000);
    await supervisor.stop();
    expect(readFileSync(ended, 'utf8')).toBe('gateway service server ');
  });

  it('leaves a folder alone that a living process holds', async () => {
    const holder = { supervisor: identify(process.ppid), children: {} };
    writeFileSync(folder.at('running.json'), JSON.stringify(holder));
    await expect(supervisor.claim()).rejects.toThrow(`in use by process ${process.ppid}`);
    await supervisor.stop();
    expect(existsSync(folder.at('running.json'))).toBe(true);
  });

  it('ends what a killed supervisor has left, and nothing that only has its number', async () => {
    const [stray, stranger] = [spawn('sleep', ['61']), spawn('sleep', ['62'])];
    const [left, other] = [identify(stray.pid ?? 0), identify(stranger.pid ?? 0)];
    const children = {
      left: { ...left, signal: 'SIGTERM' },
      reused: { ...other, command: 'postgres -D somewhere', signal: 'SIGTERM' },
    };
    const dead = { pid: 2 ** 22 + 1, command: 'node start.js' };
    writeFileSync(folder.at('running.json'), JSON.stringify({ supervisor: dead, children }));
    await supervisor.claim();
    expect([isAlive(left), isAlive(other)]).toEqual([false, true]);
    stranger.kill();
  });
});
