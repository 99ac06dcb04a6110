import pg from 'pg';
import { openDataSource } from '#libs/persistence/data-source.js';
import { drift, migrate } from '#libs/persistence/migrate.js';
import { testDatabaseUrl } from '#libs/testing/config.js';
import { serviceData } from '../src/data-source.js';

const name = `gateway_migrations_${process.pid}`;
const url = new URL(testDatabaseUrl());
url.pathname = `/${name}`;

describe('the schema of the gateway', () => {
  let admin: pg.Client;
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: testDatabaseUrl() });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query('CREATE SCHEMA gateway');
    await client.end();
  }, 60_000);
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });

  it('goes up to what the entities say, down to nothing, and up again', async () => {
    const names = await migrate(serviceData, url.toString());
    expect(names).toHaveLength(serviceData.migrations.length);
    expect(await drift(serviceData, url.toString())).toEqual([]);
    const source = await openDataSource(serviceData, url.toString());
    for (const _name of names) await source.undoLastMigration();
    const left = await source.query<unknown[]>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'gateway' AND tablename <> 'migration'",
    );
    await source.destroy();
    expect(left).toEqual([]);
    expect(await migrate(serviceData, url.toString())).toEqual(names);
  }, 30_000);
});
