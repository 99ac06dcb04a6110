import { join } from 'node:path';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import type { ServiceUrls } from './database.js';
import { ROOT } from './root.js';
import { Sentence } from './sentence.js';

/** What the environment may say about a start; every part has a default. */
export interface Settings {
  /** The platform's own port, the only fixed one. */
  port: number;
  dataFolder: string;
  topicPrefix: string;
  brokers: string[] | null;
  /** A role of an existing server that may create roles and schemas. */
  databaseUrl: string | null;
  serviceUrls: Partial<ServiceUrls>;
}

export const urlVariable = (service: Service): string => `${service.toUpperCase()}_DATABASE_URL`;

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const urls = SERVICES.flatMap((service) => {
    const url = databaseUrl(env, urlVariable(service));
    return url ? [[service, url] as const] : [];
  });
  const settings: Settings = {
    port: readPort(env.PORT),
    dataFolder: env.BANGDAIBAN_DATA ?? join(ROOT, '.data'),
    topicPrefix: env.TOPIC_PREFIX ?? '',
    brokers: env.KAFKA_BROKERS ? env.KAFKA_BROKERS.split(',').map((broker) => broker.trim()) : null,
    databaseUrl: databaseUrl(env, 'DATABASE_URL'),
    serviceUrls: Object.fromEntries(urls),
  };
  if (!settings.databaseUrl) requireAllOrNone(settings.serviceUrls);
  return settings;
}

function readPort(text = '3000'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Sentence(`PORT=${text} 不是端口号(1–65535)。`, `PORT=${text} is not a port number (1–65535).`);
}

/** With its password: the services' own passwords are derived from the migrator's. */
function databaseUrl(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  const url = URL.parse(text);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.username && url.password && url.pathname.length > 1)
    return text;
  throw new Sentence(
    `${name} 应为 postgres://用户:密码@主机:端口/数据库 的形式。`,
    `${name} should read postgres://user:password@host:port/database.`,
  );
}

function requireAllOrNone(urls: Partial<ServiceUrls>): void {
  const missing = SERVICES.filter((service) => !urls[service]).map(urlVariable);
  if (missing.length === 0 || missing.length === SERVICES.length) return;
  throw new Sentence(
    `没有 DATABASE_URL 时每个服务都要有自己的地址,缺少:${missing.join('、')}。`,
    `Without DATABASE_URL every service needs a URL of its own, missing: ${missing.join(', ')}.`,
  );
}
