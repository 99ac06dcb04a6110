import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openDataSource } from '#libs/persistence/data-source.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { migrate } from '#libs/persistence/migrate.js';

// npm run migration -- <service> <PascalName>: writes the statements by which the entities differ from what the existing
// migrations make, on a scratch database of MIGRATION_DATABASE_URL. Read and edit what it wrote.

const [service, name] = process.argv.slice(2);
const base = process.env['MIGRATION_DATABASE_URL'];
if (!service || !name || !base) {
  console.error('MIGRATION_DATABASE_URL=postgres://… npm run migration -- <service> <PascalName>');
  process.exit(64);
}

const scratch = `migration_${process.pid}`;
const url = new URL(base);
url.pathname = `/${scratch}`;

const quoted = (sql: string): string =>
  `    await runner.query(\`${sql.replaceAll('`', '\\`').replaceAll('${', '\\${')}\`);`;

async function write(data: ServiceData): Promise<void> {
  await migrate(data, url.toString());
  const source = await openDataSource(data, url.toString());
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  if (upQueries.length === 0) return void console.log('nothing differs');
  const stamp = Date.now();
  const lines = [
    "import type { MigrationInterface, QueryRunner } from 'typeorm';",
    '',
    `export class ${name}${stamp} implements MigrationInterface {`,
    '  async up(runner: QueryRunner): Promise<void> {',
    ...upQueries.map(({ query }) => quoted(query)),
    '  }',
    '',
    '  async down(runner: QueryRunner): Promise<void> {',
    ...downQueries.toReversed().map(({ query }) => quoted(query)),
    '  }',
    '}',
    '',
  ];
  const file = join('apps', data.service, 'migrations', `${stamp}-${name}.ts`);
  await writeFile(file, lines.join('\n'));
  console.log(`${file}: ${upQueries.length} statements`);
}

const admin = new pg.Client({ connectionString: base });
await admin.connect();
await admin.query(`CREATE DATABASE ${scratch}`);
try {
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(`CREATE SCHEMA ${service}`);
  await client.end();
  const module = (await import(`#apps/${service}/src/data-source.js`)) as { serviceData: ServiceData };
  await write(module.serviceData);
} finally {
  await admin.query(`DROP DATABASE ${scratch} WITH (FORCE)`);
  await admin.end();
}
