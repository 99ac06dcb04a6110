import type { DataSourceOptions, EntitySchema, MixedList } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';
import { SnakeNaming } from './naming.js';

export interface ServiceData {
  service: Service;
  entities: MixedList<(new () => object) | EntitySchema>;
  migrations: (new () => object)[];
}

/** One schema a service; unqualified names in the service's own SQL are found there too. Never `synchronize`. */
export function dataSourceOptions(data: ServiceData, url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema: data.service,
    entities: data.entities as (new () => object)[],
    migrations: data.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: 10,
    applicationName: data.service,
    extra: { options: `-c search_path=${data.service} -c timezone=UTC`, idleTimeoutMillis: 60_000 },
  };
}
