import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../platform/network.js';

const OPEN_WITHIN_MS = 5_000;
/** Where Node's inspector listens after SIGUSR1, unless the process was told another port. */
const INSPECTOR = 'http://127.0.0.1:9229/json/list';

/** Keeps the event loop of a Node process busy for so long, from outside and without a line of its own code. */
export async function blockEventLoop(pid: number, ms: number): Promise<void> {
  process.kill(pid, 'SIGUSR1');
  let address: string | undefined;
  const found = await until(async () => (address = await addressOf(pid)) !== undefined, OPEN_WITHIN_MS);
  if (!found || address === undefined) throw new Error(`process ${pid} did not open its inspector`);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const evaluate = (id: number, expression: string): void =>
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression } }));
  evaluate(1, `for (const end = Date.now() + ${ms}; Date.now() < end; );`);
  await once(socket, 'message');
  evaluate(2, `process.getBuiltinModule('node:inspector').close()`);
  await sleep(100);
  socket.close();
}

/** Undefined while nobody listens there; another process's inspector is never taken for this one's. */
async function addressOf(pid: number): Promise<string | undefined> {
  try {
    const targets = (await (await fetch(INSPECTOR)).json()) as { title: string; webSocketDebuggerUrl: string }[];
    return targets.find(({ title }) => title.endsWith(`[${pid}]`))?.webSocketDebuggerUrl;
  } catch {
    return undefined; // not open yet; who asks has a deadline
  }
}
