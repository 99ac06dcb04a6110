import { existsSync } from 'node:fs';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import type { Child } from './child.js';
import { urlVariable } from './config.js';
import type { ServiceUrls } from './database.js';
import type { SmsCentre } from './sms-centre.js';
import { DEMO_PASSWORD } from '../demo/stage.js';
import { answers } from './network.js';
import { compiled, nodeProgram } from './programs.js';
import type { Supervisor } from './supervisor.js';

export type Mode = 'demo' | 'test';

/** What every service is told; see `environment` for how. */
export interface Surroundings {
  mode: Mode;
  port: number;
  prefix: string;
  brokers: string[];
  urls: ServiceUrls;
  smsCentre: SmsCentre;
}

const READY_WITHIN_MS = 120_000;
const WARNING = 40;

/** The services there are programs for. */
export const presentServices = (): Service[] => SERVICES.filter((service) => existsSync(compiled(service, 'main.js')));

/** Starts one process of a service and waits until it says that it is ready. */
export async function startInstance(
  supervisor: Supervisor,
  service: Service,
  to: Surroundings,
  name: string = service,
): Promise<Child> {
  const healthPort = await supervisor.folder.port(`${name}-health`);
  const child = supervisor.run(service === 'gateway' ? 4 : 3, {
    name,
    ...nodeProgram(compiled(service, 'main.js')),
    env: environment(supervisor, service, to, healthPort),
    show: warningOf,
  });
  await untilReady(supervisor, child);
  return child;
}

/** The gateway answers for its health on its own port, the others on one that is only for that; servers let one connect. */
export async function untilReady(supervisor: Supervisor, child: Child): Promise<void> {
  const { env, name } = child.spec;
  const port = Number(env?.['PORT'] ?? env?.['HEALTH_PORT']);
  const probe = port ? () => isReady(port) : () => answers('127.0.0.1', supervisor.folder.lastPort(name) ?? 0);
  await supervisor.ready(child, probe, READY_WITHIN_MS);
}

/** Everything a service gets beyond what this process has; another role's database URL never goes along. */
function environment(
  supervisor: Supervisor,
  service: Service,
  to: Surroundings,
  healthPort: number,
): NodeJS.ProcessEnv {
  const { folder } = supervisor;
  const own = Object.fromEntries(SERVICES.map((name) => [urlVariable(name), undefined]));
  return {
    ...process.env,
    ...own,
    SERVICE: service,
    MODE: to.mode,
    KAFKA_BROKERS: to.brokers.join(','),
    TOPIC_PREFIX: to.prefix,
    DATABASE_URL: to.urls[service],
    FILES_DIR: folder.at('files'),
    TOKEN_SECRET: folder.secret('token'),
    // Only this machine reaches it, and everything in it is invented: the password stands in the README.
    HOST: '127.0.0.1',
    ADMIN_PASSWORD: DEMO_PASSWORD,
    // A child that was killed is replaced within seconds; its partitions should not wait half a minute for it.
    SESSION_TIMEOUT_MS: '10000',
    RATE_LIMIT: '100000',
    SIGN_IN_LIMIT: '10000',
    NODE_COMPILE_CACHE: folder.at('compile-cache'),
    HEALTH_PORT: String(healthPort),
    PORT: service === 'gateway' ? String(to.port) : undefined,
    ...(service === 'notify' ? to.smsCentre.environment : {}),
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await response.text();
    return response.ok;
  } catch {
    return false; // not listening yet; who waits for it has a deadline
  }
}

/** Warnings and worse of a log of JSON lines; any other line, such as the trace of a crash, as it is. */
function warningOf(line: string): string | null {
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg, err } = JSON.parse(line) as { level: number; msg?: string; err?: { message?: string } };
    if (level < WARNING) return null;
    return [level > WARNING ? '错误' : '警告', msg, err?.message].filter(Boolean).join(' ');
  } catch {
    return line;
  }
}
