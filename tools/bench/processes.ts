import { readFileSync, readdirSync } from 'node:fs';
import type { Supervisor } from '../platform/supervisor.js';

// What processes take of the machine, from /proc: Linux only, as the benchmarks are.

const TICKS_A_SECOND = 100;

interface Stat {
  parent: number;
  /** CPU seconds since it began. */
  cpu: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before the last parenthesis may hold blanks.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND };
  } catch {
    return null; // it has ended meanwhile
  }
}

/** CPU seconds of a process and its children so far. */
export function cpuOf(pid: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const stats = pids.flatMap((name) => statOf(Number(name)) ?? []);
  const children = stats.filter(({ parent }) => parent === pid).reduce((sum, { cpu }) => sum + cpu, 0);
  return children + (statOf(pid)?.cpu ?? 0);
}

/** Resident memory of a process itself, MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** The children of a platform by name, with their process ids; of two with one name the one that was started last. */
export function pidsOf({ folder }: Supervisor): Map<string, number> {
  const { children } = JSON.parse(readFileSync(folder.at('running.json'), 'utf8')) as {
    children: Record<string, { pid: number }>;
  };
  return new Map(Object.entries(children).map(([name, { pid }]) => [name, pid]));
}

/** CPU seconds that each of these took while `task` ran. */
export async function cpuDuring<T>(
  pids: ReadonlyMap<string, number>,
  task: () => Promise<T>,
): Promise<{ result: T; cpu: Map<string, number> }> {
  const before = new Map([...pids].map(([name, pid]) => [name, cpuOf(pid)]));
  const result = await task();
  return { result, cpu: new Map([...pids].map(([name, pid]) => [name, cpuOf(pid) - (before.get(name) ?? 0)])) };
}
