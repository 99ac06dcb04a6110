import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Service } from '#libs/contracts/define.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { migrate } from '#libs/persistence/migrate.js';
import { compiled } from './programs.js';
import { ROOT } from './root.js';

/** Brings a service's schema up to date with the entities and migrations its `data-source.ts` exports. */
export async function migrateService(service: Service, ownerUrl: string): Promise<void> {
  const { serviceData } = (await import(compiled(service, 'data-source.js'))) as { serviceData: ServiceData };
  await migrate(serviceData, ownerUrl);
}

/** Loads what a service keeps of data/*.csv by its own command; a service without one keeps none. */
export async function importReference(service: Service, url: string): Promise<void> {
  const script = compiled(service, 'import.js');
  if (!existsSync(script)) return;
  const env = { ...process.env, SERVICE: service, DATABASE_URL: url };
  const child = spawn(process.execPath, [script], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${service} did not load its reference data (exit code ${code})`);
}
