import pg from 'pg';
import { openDataSource } from '#libs/persistence/data-source.js';
import { drift, migrate } from '#libs/persistence/migrate.js';
import { testDatabaseUrl } from '#libs/testing/config.js';
import { serviceData } from '../src/data-source.js';

const name = `projects_migrations_${process.pid}`;
const url = new URL(testDatabaseUrl());
url.pathname = `/${name}`;

describe('the schema of projects', () => {
  let admin: pg.Client;
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: testDatabaseUrl() });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query('CREATE SCHEMA projects');
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
      "SELECT tablename FROM pg_tables WHERE schemaname = 'projects' AND tablename <> 'migration'",
    );
    await source.destroy();
    expect(left).toEqual([]);
    expect(await migrate(serviceData, url.toString())).toEqual(names);
  }, 30_000);

  it('knows principal, warning and next day of cases from before the list kept them', async () => {
    const source = await openDataSource(serviceData, url.toString());
    const isBefore = async () => {
      const [column] = await source.query<unknown[]>(
        "SELECT 1 FROM information_schema.columns WHERE table_name = 'case_progress' AND column_name = 'team'",
      );
      return column === undefined;
    };
    while (!(await isBefore())) await source.undoLastMigration();
    await source.query(`INSERT INTO case_progress
      (id, version, current_institution_id, principal, plan_frozen, plan, questions, milestones)
      VALUES (gen_random_uuid(), 1, gen_random_uuid(), '{"agentId": "a", "name": "王明"}', false, '[]', '{}', '{}')`);
    await source.query(`INSERT INTO filing
      (id, version, case_id, item_code, item_name, state, since, expected_on, light, notes)
      SELECT gen_random_uuid(), 1, id, 'B02', '规划', given.state, '2026-11-01', given.due_on, given.light, '{}'
      FROM case_progress, (VALUES ('accepted', date '2026-12-01', 'orange'), ('submitted', '2026-12-05', 'yellow'),
        ('decided', '2026-11-02', 'red')) AS given(state, due_on, light)`);
    await migrate(serviceData, url.toString());
    expect(
      await source.query("SELECT team, light, to_char(due_on, 'YYYY-MM-DD') AS due_on FROM case_progress"),
    ).toEqual([{ team: [{ agentId: 'a', name: '王明', role: 'principal' }], light: 'orange', due_on: '2026-12-01' }]);
    await source.destroy();
  }, 30_000);
});
