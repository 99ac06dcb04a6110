import { DataSource } from 'typeorm';
import type { DataSourceOptions, EntityManager, QueryRunner } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';
import { SnakeNaming } from './naming.js';
import { PlainManager } from './plain-manager.js';
import { PreparingClient } from './preparing-client.js';

export interface ImportOptions {
  /** Demo and test: 24 assumed months after the published calendar, labelled as such. */
  assumedCalendar: boolean;
}

/** What an app's data-source.ts exports as `serviceData`. */
export interface ServiceData {
  service: Service;
  entities: (new () => object)[];
  migrations: (new () => object)[];
  /** Loads what this service keeps of data/, in one transaction; run twice it changes nothing. */
  importReference?: (em: EntityManager, options: ImportOptions) => Promise<void>;
}

/** One schema a service; unqualified names in the service's own SQL are found there too. Never `synchronize`. */
export function dataSourceOptions(data: ServiceData, url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema: data.service,
    entities: data.entities,
    migrations: data.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: 10,
    applicationName: data.service,
    extra: {
      options: `-c search_path=${data.service} -c timezone=UTC`,
      idleTimeoutMillis: 60_000,
      Client: PreparingClient,
      // Statements that do not wait for each other share a round trip.
      pipeline: true,
    },
  };
}

class ServiceDataSource extends DataSource {
  override createEntityManager(runner?: QueryRunner): EntityManager {
    return new PlainManager(this, runner);
  }
}

/** The service's pool and entities, connected. */
export async function openDataSource(data: ServiceData, url: string): Promise<DataSource> {
  return await new ServiceDataSource(dataSourceOptions(data, url)).initialize();
}
