import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { until } from './network.js';

/** A process as it is written down: after a crash or a reboot its number may belong to somebody else. */
export interface Identity {
  pid: number;
  command: string;
}

/** The command line of a process, or null when there is none of that number. */
export function commandOf(pid: number): string | null {
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null; // both ways fail when, and only when, there is no such process
  }
}

export const identify = (pid: number): Identity => ({ pid, command: commandOf(pid) ?? '' });

export const isAlive = ({ pid, command }: Identity): boolean => command !== '' && commandOf(pid) === command;

/** Ends a process that an earlier, killed supervisor has left behind. */
export async function endStray(stray: Identity, signal: NodeJS.Signals): Promise<void> {
  if (!isAlive(stray)) return;
  process.kill(stray.pid, signal);
  const gone = () => Promise.resolve(!isAlive(stray));
  if (await until(gone, 10_000)) return;
  process.kill(stray.pid, 'SIGKILL');
  await until(gone, 5_000);
}
