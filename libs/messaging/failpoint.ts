/** The moments at which a fault suite ends a process: between two steps that a crash must not tear apart. */
export const FAILPOINTS = [
  /** The work is done and the transaction is still open. */
  'in-transaction',
  /** Committed; neither the reply nor a fact is on its way. */
  'after-commit',
  /** The broker has the facts; their outbox rows are not marked. */
  'after-send',
  /** The record is applied; its offset is not committed. */
  'after-apply',
  /** The SMS centre has taken the message; its id is not stored. */
  'after-submit',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

let armed: { at: Failpoint; left: number } | null = null;

/** `after-send:25` ends the process, as kill -9 would, the 25th time it comes by. */
export function armFailpoint(setting: string): void {
  const [at, times] = setting.split(':');
  const known = FAILPOINTS.find((name) => name === at);
  if (known) armed = { at: known, left: Number(times ?? 1) };
}

/** Does nothing unless FAILPOINT names it. */
export function failpoint(at: Failpoint): void {
  if (armed?.at !== at) return;
  armed.left -= 1;
  if (armed.left <= 0) process.kill(process.pid, 'SIGKILL');
}
