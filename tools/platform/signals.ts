import { describe } from './sentence.js';
import type { Supervisor } from './supervisor.js';

const SAME_KEYSTROKE_MS = 1_000;

/** Stops the children in order on Ctrl-C, SIGTERM, a closed terminal or a killed parent; kills them on a second one. */
export function stopOnSignals(supervisor: Supervisor, exitCode: number): void {
  let since: number | undefined;
  const begin = (): void => {
    since = Date.now();
    supervisor.say('正在停止… Stopping…');
    void supervisor.stop().then(() => process.exit(exitCode));
  };
  const onSignal = (): void => {
    if (since === undefined) return begin();
    // One Ctrl-C arrives up to three times: from the terminal, from npm and from the bootstrap.
    if (Date.now() - since < SAME_KEYSTROKE_MS) return;
    supervisor.killAll();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.on('disconnect', () => since ?? begin());
  process.channel?.unref(); // the listener alone would keep a finished process alive
  // A terminal that has been closed takes no more output; that must not keep the children from being stopped.
  process.stdout.on('error', () => undefined);
}

/** Ends the process with what went wrong; not when it is being stopped, which ends it by itself. */
export function endWith(error: unknown, lastLine?: string): void {
  if (error instanceof Error && error.name === 'AbortError') return;
  console.error(describe(error));
  if (lastLine) console.log(lastLine);
  process.exit(1);
}
