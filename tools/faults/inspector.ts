import { once } from 'node:events';
import { until } from '../platform/network.js';

const OPEN_WITHIN_MS = 5_000;
/** Where Node's inspector listens after SIGUSR1, unless the process was told another port. */
const INSPECTOR = 'http://127.0.0.1:9229/json/list';

/** Keeps the event loop of a Node process busy for so long, from outside and without a line of its own code. */
export async function blockEventLoop(pid: number, ms: number): Promise<void> {
  process.kill(pid, 'SIGUSR1');
  let address: string | undefined;
  await until(async () => (address = await openInspector()) !== undefined, OPEN_WITHIN_MS);
  if (address === undefined) throw new Error(`process ${pid} did not open its inspector`);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const found = await evaluate(socket, 'process.pid');
  if (found !== pid) throw new Error(`the inspector is that of process ${String(found)}, not of ${pid}`);
  await evaluate(socket, `for (const end = Date.now() + ${ms}; Date.now() < end; );`);
  const closed = once(socket, 'close');
  await evaluate(socket, `setImmediate(() => process.getBuiltinModule('node:inspector').close())`);
  await closed;
}

async function evaluate(socket: WebSocket, expression: string): Promise<unknown> {
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
  const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>];
  return (JSON.parse(data) as { result: { result: { value?: unknown } } }).result.result.value;
}

/** Undefined while nobody listens there. */
async function openInspector(): Promise<string | undefined> {
  try {
    const [target] = (await (await fetch(INSPECTOR)).json()) as { webSocketDebuggerUrl: string }[];
    return target?.webSocketDebuggerUrl;
  } catch {
    return undefined; // not open yet; who asks has a deadline
  }
}
