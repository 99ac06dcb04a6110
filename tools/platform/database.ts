import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { importReference, migrateService } from './app-commands.js';
import { Sentence } from './sentence.js';
import { withClient } from './sql.js';

export type ServiceUrls = Record<Service, string>;

/** How the services reach their schemas: `owner` migrates, `app` is all a running service gets. */
export interface DatabaseAccess {
  /** Who may make roles and schemas; null when somebody else has made them. */
  migratorUrl: string | null;
  owner: ServiceUrls;
  app: ServiceUrls;
}

/** Any two migrators agree on this number, and the second waits for the first. */
const LOCK = 4_704_704_704;

const forEachService = (urlOf: (service: Service) => string): ServiceUrls =>
  Object.fromEntries(SERVICES.map((service) => [service, urlOf(service)])) as ServiceUrls;

/**
 * Roles `<service>_owner` and `<service>_app` on the migrator's database. Their passwords follow from the migrator's
 * own, so whoever holds that finds the same ones; an application URL that is given is taken as it is.
 */
export function databaseAccess(migratorUrl: string, given: Partial<ServiceUrls>): DatabaseAccess {
  const as = (role: string): string => {
    const url = new URL(migratorUrl);
    const password = createHmac('sha256', url.password).update(role).digest('base64url');
    return Object.assign(url, { username: role, password }).href;
  };
  return {
    migratorUrl,
    owner: forEachService((service) => as(`${service}_owner`)),
    app: forEachService((service) => given[service] ?? as(`${service}_app`)),
  };
}

/** Schemas and roles that exist already: each service's one URL serves for both. */
export const existingAccess = (urls: ServiceUrls): DatabaseAccess => ({ migratorUrl: null, owner: urls, app: urls });

/** Roles, schemas, migrations, reference data: whatever is missing of them, and nothing the second time. */
export async function prepareDatabase(access: DatabaseAccess, services: readonly Service[]): Promise<void> {
  const { migratorUrl } = access;
  if (migratorUrl === null) return fill(access, services);
  await reachable(migratorUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    for (const service of services) await makeSchema(client, service, access);
    await fill(access, services);
  });
}

async function fill(access: DatabaseAccess, services: readonly Service[]): Promise<void> {
  await Promise.all(services.map((service) => migrateService(service, access.owner[service])));
  await loadReference(access, services);
}

/** What the services keep of data/*.csv; loading it twice changes nothing. */
export async function loadReference({ owner }: DatabaseAccess, services: readonly Service[]): Promise<void> {
  await Promise.all(services.map((service) => importReference(service, owner[service])));
}

async function makeSchema(client: pg.Client, service: Service, access: DatabaseAccess): Promise<void> {
  const owner = await makeRole(client, access.owner[service]);
  const app = await makeRole(client, access.app[service]);
  const schema = client.escapeIdentifier(service);
  await client.query(`
    GRANT ${owner} TO CURRENT_USER;
    CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner};
    GRANT USAGE ON SCHEMA ${schema} TO ${app};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${schema}
      GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${app}`);
}

/** Makes the role a URL signs in as, or gives it that password; returns its quoted name. */
async function makeRole(client: pg.Client, url: string): Promise<string> {
  const name = decodeURIComponent(new URL(url).username);
  const role = client.escapeIdentifier(name);
  const password = client.escapeLiteral(decodeURIComponent(new URL(url).password));
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN PASSWORD ${password}`);
  return role;
}

async function reachable(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const { host } = new URL(url);
  await withClient(url, work).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^(ECONN|ENOTFOUND|ETIMEDOUT|EHOST|28)/.test(code)) throw error;
    throw new Sentence(
      `无法连接 PostgreSQL(${host},${code}):请检查 DATABASE_URL 与服务器。`,
      `PostgreSQL at ${host} cannot be reached (${code}): check DATABASE_URL and the server.`,
    );
  });
}
