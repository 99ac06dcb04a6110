import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './root.js';
import { Sentence } from './sentence.js';

const works = (engine: string, ...args: string[]): boolean => spawnSync(engine, args, { stdio: 'ignore' }).status === 0;

function findEngine(): string {
  const engine = ['docker', 'podman'].find((name) => works(name, 'info') && works(name, 'compose', 'version'));
  if (engine) return engine;
  throw new Sentence(
    '没有可用的容器引擎(docker info 或 docker compose 无应答):请先启动 Docker,或直接运行 npm start。',
    'No container engine answers (docker info, docker compose): start Docker first, or run plain npm start.',
  );
}

/** Runs docker-compose.yml until Ctrl-C, on the first container engine that answers; `onReady` when all are healthy. */
export async function runCompose(reset: boolean, onReady: () => Promise<void>): Promise<void> {
  const engine = findEngine();
  const compose = async (...args: string[]): Promise<number | null> => {
    const child = spawn(engine, ['compose', ...args], { cwd: ROOT, stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  };
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void compose('stop').then((code) => process.exit(code ?? 1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  if (reset) await compose('down', '--volumes');
  const code = await compose('up', '--build', '--detach', '--wait');
  if (stopping) return;
  if (code !== 0) {
    throw new Sentence(
      `容器没有全部启动,原因见上;日志:${engine} compose logs。`,
      `Not every container started, see above; their logs: ${engine} compose logs.`,
    );
  }
  await onReady();
  await compose('logs', '--follow', '--since', '0s');
}
