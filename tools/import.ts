import { readSettings } from './platform/config.js';
import { DataFolder } from './platform/data-folder.js';
import { databaseAccess, existingAccess, loadReference } from './platform/database.js';
import type { DatabaseAccess, ServiceUrls } from './platform/database.js';
import type { Settings } from './platform/config.js';
import { runningPostgres } from './platform/postgres.js';
import { endWith } from './platform/signals.js';
import { presentServices } from './platform/services.js';

function access({ databaseUrl, serviceUrls, dataFolder }: Settings): DatabaseAccess {
  if (databaseUrl) return databaseAccess(databaseUrl, serviceUrls);
  if (Object.keys(serviceUrls).length > 0) return existingAccess(serviceUrls as ServiceUrls);
  return databaseAccess(runningPostgres(new DataFolder(dataFolder)), {});
}

/** Loads data/*.csv again into the databases of a platform that is running or of servers that are named. */
async function main(): Promise<void> {
  await loadReference(access(readSettings(process.env)), presentServices());
  console.log('基础数据已导入。Reference data loaded.');
}

main().catch(endWith);
