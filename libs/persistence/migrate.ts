import { openDataSource } from './data-source.js';
import type { ImportOptions, ServiceData } from './data-source.js';

/** Brings a service's schema up to date; `ownerUrl` is the role that owns it. Returns the names of what ran. */
export async function migrate(data: ServiceData, ownerUrl: string): Promise<string[]> {
  const source = await openDataSource(data, ownerUrl);
  try {
    const ran = await source.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

/** The statements by which the entities and the migrated schema still differ: none, or a migration is missing. */
export async function drift(data: ServiceData, ownerUrl: string): Promise<string[]> {
  const source = await openDataSource(data, ownerUrl);
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

/** Loads a service's reference data: all of it, or nothing when a row is bad. */
export async function importReference(data: ServiceData, url: string, options: ImportOptions): Promise<void> {
  const load = data.importReference;
  if (!load) return;
  const source = await openDataSource(data, url);
  try {
    await source.transaction((em) => load(em, options));
  } finally {
    await source.destroy();
  }
}
