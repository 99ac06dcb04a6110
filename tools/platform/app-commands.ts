import type { Service } from '#libs/contracts/define.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import * as persistence from '#libs/persistence/migrate.js';
import { compiled } from './programs.js';

async function dataOf(service: Service): Promise<ServiceData> {
  const { serviceData } = (await import(compiled(service, 'data-source.js'))) as { serviceData: ServiceData };
  return serviceData;
}

/** Brings a service's schema up to date with the entities and migrations its `data-source.ts` names. */
export async function migrateService(service: Service, ownerUrl: string): Promise<void> {
  await persistence.migrate(await dataOf(service), ownerUrl);
}

/** Loads what a service keeps of data/*.csv; nothing where it keeps none. */
export async function importReference(service: Service, ownerUrl: string): Promise<void> {
  const assumedCalendar = process.env['MODE'] !== 'production';
  await persistence.importReference(await dataOf(service), ownerUrl, { assumedCalendar });
}
