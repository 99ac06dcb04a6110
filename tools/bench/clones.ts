import type pg from 'pg';
import type { Filing, Template } from './template.js';

/** Where the copies stand: in the service's own schema, or in the baseline's, which has the same tables. */
export type Side = 'approvals' | 'baseline';

/** The tables of a case and the columns that are made anew in every copy. */
const TABLES: [table: string, ofCase: string, anew: string[]][] = [
  ['case_scope', 'id', ['id']],
  ['case_copy', 'id', ['id', 'number']],
  ['case_start', 'id', ['id']],
  ['item_plan', 'id', ['id']],
  ['item_plan_version', 'case_id', ['id', 'case_id']],
  ['situation', 'case_id', ['id', 'case_id']],
  ['material_supply', 'case_id', ['id', 'case_id']],
  ['approval', 'case_id', ['id', 'case_id', 'number']],
  ['approval_event', 'approval_id', ['id', 'approval_id']],
];
/** Reference data: copied once into the baseline's schema. */
const REFERENCE = ['calendar_day', 'department', 'item_version', 'material', 'region'];

/** The id of the n-th copy of a row: the same in both schemas, so that both sides can be asked the same. */
const CLONE_ID = `
  CREATE SCHEMA bench;
  CREATE FUNCTION bench.clone_id(id uuid, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT overlay(overlay(md5(id::text || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$`;

/** Copies of the template, made by the thousand with plain SQL. */
export class Clones {
  private made = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly template: Template,
  ) {}

  /** Makes the baseline's schema like the service's: same tables, indexes and reference data. */
  static async begin(client: pg.Client, template: Template): Promise<Clones> {
    await client.query(CLONE_ID);
    await client.query('CREATE SCHEMA baseline');
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'approvals'`,
    );
    for (const { name } of rows)
      await client.query(`CREATE TABLE baseline.${name} (LIKE approvals.${name} INCLUDING ALL)`);
    for (const name of REFERENCE) await client.query(`INSERT INTO baseline.${name} SELECT * FROM approvals.${name}`);
    return new Clones(client, template);
  }

  /** Approvals of `cases` more copies that wait for a decision, so ordered that two of one case are far apart. */
  async add(cases: number): Promise<Filing[]> {
    return interleaved(await this.make(cases));
  }

  /** The same, case by case. */
  async addCases(cases: number): Promise<Filing[][]> {
    const batches = await this.make(cases);
    return Array.from({ length: cases }, (_, n) => batches.flatMap((batch) => batch[n] ?? []));
  }

  /** Makes the copies on both sides; one batch an item, in the order of the cases. */
  private async make(cases: number): Promise<Filing[][]> {
    const [from, to] = [this.made + 1, this.made + cases];
    for (const side of ['approvals', 'baseline'] as const) {
      for (const [table, ofCase, anew] of TABLES) await this.copy(side, table, { ofCase, anew, from, to });
    }
    this.made = to;
    await this.client.query('ANALYZE');
    await this.client.query('CHECKPOINT');
    const batches: Filing[][] = [];
    for (const { id, body } of this.template.filings) {
      const { rows } = await this.client.query<{ id: string }>(
        'SELECT bench.clone_id($1, n) AS id FROM generate_series($2::int, $3) AS n',
        [id, from, to],
      );
      batches.push(rows.map((row) => ({ id: row.id, body })));
    }
    return batches;
  }

  private async copy(
    side: Side,
    table: string,
    { ofCase, anew, from, to }: { ofCase: string; anew: string[]; from: number; to: number },
  ): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns WHERE table_schema = 'approvals' AND table_name = $1`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) => {
      if (!anew.includes(name)) return name;
      return name === 'number' ? `number || '-' || n` : `bench.clone_id(${name}, n)`;
    });
    const { caseId, filings } = this.template;
    const of = ofCase === 'approval_id' ? filings.map(({ id }) => id) : [caseId];
    await this.client.query(
      `INSERT INTO ${side}.${table} (${names.join(', ')}) SELECT ${values.join(', ')}
         FROM approvals.${table}, generate_series($1::int, $2) AS n WHERE ${ofCase} = ANY ($3)`,
      [from, to, of],
    );
  }
}

/** One of each batch in turn, each batch beginning at another of its elements. */
function interleaved<T>(batches: readonly T[][]): T[] {
  const length = batches[0]?.length ?? 0;
  return Array.from({ length }, (_, n) =>
    batches.flatMap((batch, b) => batch[(n + Math.floor((b * length) / batches.length)) % length] ?? []),
  ).flat();
}
