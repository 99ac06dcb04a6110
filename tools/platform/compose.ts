import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './root.js';
import { Sentence } from './sentence.js';

const works = (engine: string, ...args: string[]): boolean => spawnSync(engine, args, { stdio: 'ignore' }).status === 0;

/** Runs docker-compose.yml on the first container engine that answers, until it ends; returns its exit code. */
export async function runCompose(reset: boolean): Promise<number> {
  const engine = ['docker', 'podman'].find((name) => works(name, 'info') && works(name, 'compose', 'version'));
  if (!engine) {
    throw new Sentence(
      '没有可用的容器引擎(docker info 或 docker compose 无应答):请先启动 Docker,或直接运行 npm start。',
      'No container engine answers (docker info, docker compose): start Docker first, or run plain npm start.',
    );
  }
  if (reset) spawnSync(engine, ['compose', 'down', '--volumes'], { cwd: ROOT, stdio: 'inherit' });
  const child = spawn(engine, ['compose', 'up', '--build'], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
