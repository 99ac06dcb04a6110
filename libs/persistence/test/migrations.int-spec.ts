import pg from 'pg';
import { messagingTables } from '#libs/messaging/schema.js';
import { testDatabaseUrl } from '#libs/testing/config.js';
import { openDataSource } from '../data-source.js';
import type { ServiceData } from '../data-source.js';
import { drift, migrate } from '../migrate.js';

const name = `migrations_${process.pid}`;
const roles = { app: 'notify_app' };
const urlOf = (): string => {
  const url = new URL(testDatabaseUrl());
  url.pathname = `/${name}`;
  return url.toString();
};
const data: ServiceData = { service: 'notify', entities: [], migrations: [...messagingTables('notify')] };

describe('the tables of every service', () => {
  let admin: pg.Client;
  let madeRole = false;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: testDatabaseUrl() });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [roles.app]);
    madeRole = !rowCount;
    if (madeRole) await admin.query(`CREATE ROLE ${roles.app}`);
    const owner = new pg.Client({ connectionString: urlOf() });
    await owner.connect();
    await owner.query(`CREATE SCHEMA notify; GRANT USAGE ON SCHEMA notify TO ${roles.app};
      ALTER DEFAULT PRIVILEGES IN SCHEMA notify GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${roles.app}`);
    await owner.end();
  }, 60_000);
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    if (madeRole) await admin.query(`DROP ROLE ${roles.app}`);
    await admin.end();
  });

  it('are made, are what the entities say, can be taken down and made again', async () => {
    expect(await migrate(data, urlOf())).toEqual(['MessagingTables1700000000000', 'OperatorTables1795500000000']);
    expect(await migrate(data, urlOf())).toEqual([]);
    expect(await drift(data, urlOf())).toEqual([]);
    const source = await openDataSource(data, urlOf());
    for (const _name of await source.query<unknown[]>('SELECT FROM migration')) await source.undoLastMigration();
    const left = await source.query<unknown[]>(
      "SELECT 1 FROM pg_tables WHERE schemaname = 'notify' AND tablename <> 'migration'",
    );
    await source.destroy();
    expect(left).toEqual([]);
    expect(await migrate(data, urlOf())).toHaveLength(2);
  });

  it('let the application add to the audit trail and read it, and neither change nor delete what it says', async () => {
    const app = new pg.Client({ connectionString: urlOf() });
    await app.connect();
    await app.query(`SET ROLE ${roles.app}; SET search_path = notify`);
    await app.query(`INSERT INTO audit_record (business_time, message_id, operation, account_id, actor, correlation_id, entity, entity_id, after)
      VALUES (now(), gen_random_uuid(), 'x', 'a', '王明', 'c', 'box', gen_random_uuid(), '{}')`);
    expect((await app.query('SELECT actor FROM audit_record')).rows).toEqual([{ actor: '王明' }]);
    for (const statement of [
      "UPDATE audit_record SET actor = 'x'",
      'DELETE FROM audit_record',
      'TRUNCATE audit_record',
    ]) {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await app.end();
  });
});
