import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { SERVICES } from '#libs/contracts/define.js';
import { withClient } from '../platform/sql.js';
import type { Message as Text } from '../sms-centre/journal.js';
import type { Cast } from './cast.js';
import { KINDS } from './operations.js';
import type { Chain, Copy, Snapshot } from './snapshot.js';

/** How far the numbered tables of the services and the SMS centre were when a fault began. */
export interface Mark {
  at: string;
  numbers: Record<string, number>;
}

interface Places {
  /** The migrator's URL, which leads to the server past every proxy. */
  databaseUrl: string;
  smsCentreUrl: string;
  logFolder: string;
}

const NUMBERED = { outbox: 'seq', audit_record: 'id', dead_record: 'number' } as const;
const MOBILE = /(?<![\d-])1[3-9]\d{9}(?![\d-])/;

const each = (sql: (service: string) => string): string =>
  SERVICES.map((service) => `(${sql(service)})`).join(' UNION ALL ');

/** Reads the platform from behind: every schema by SQL, the SMS centre's own log, the log files. */
export class Store {
  constructor(
    private readonly places: Places,
    private readonly cast: Cast,
  ) {}

  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return await withClient(this.places.databaseUrl, async (client) => (await client.query<T>(sql, values)).rows);
  }

  async mark(): Promise<Mark> {
    const tables = Object.entries(NUMBERED).map(([table, column]) =>
      each(
        (service) =>
          `SELECT '${service}.${table}' AS name, coalesce(max(${column}), 0)::int AS number FROM ${service}.${table}`,
      ),
    );
    const ledger = `SELECT 'projects.ledger_entry', coalesce(max(seq), 0)::int FROM projects.ledger_entry`;
    const rows = await this.query<{ name: string; number: number }>([...tables, ledger].join(' UNION ALL '));
    return {
      at: new Date().toISOString(),
      numbers: Object.fromEntries(rows.map(({ name, number }) => [name, number])),
    };
  }

  /** Rows that are on their way, as `projects.outbox 3`; empty when every queue is. */
  async open(since: Mark): Promise<string[]> {
    const rows = await this.query<{ what: string; open: number }>(
      `${each(
        (service) => `
        SELECT '${service}.outbox' AS what, count(*)::int AS open FROM ${service}.outbox WHERE published_at IS NULL
        UNION ALL SELECT '${service}.inbox', count(*)::int FROM ${service}.inbox WHERE done_at IS NULL
        UNION ALL SELECT '${service}.command_answer', count(*)::int FROM ${service}.command_answer WHERE answer IS NULL
        UNION ALL SELECT '${service}.dead_record', count(*)::int FROM ${service}.dead_record
          WHERE resolved_at IS NULL AND number > ${this.from(since, service, 'dead_record')}`,
      )}
      UNION ALL SELECT 'notify.message', count(*)::int FROM notify.message WHERE state IN ('queued', 'submitting', 'submitted')`,
    );
    return rows.filter(({ open }) => open > 0).map(({ what, open }) => `${what} ${open}`);
  }

  async snapshot(series: string, since: Mark): Promise<Snapshot> {
    return {
      effects: await this.effects(series, since),
      audits: await this.audits(since),
      facts: await this.facts(since),
      ledger: await this.query(
        'SELECT seq::int, fact_id AS "factId" FROM projects.ledger_entry WHERE fact_id IS NOT NULL AND seq > $1',
        [since.numbers['projects.ledger_entry'] ?? 0],
      ),
      messages: await this.messages(since),
      texts: await this.texts(since),
      chains: await this.chains(since),
      copies: await this.copies(),
      stuck: await this.open(since),
      leaks: this.leaks(),
    };
  }

  private from(since: Mark, service: string, table: keyof typeof NUMBERED): number {
    return since.numbers[`${service}.${table}`] ?? 0;
  }

  private async effects(series: string, since: Mark): Promise<Snapshot['effects']> {
    const places = [...new Map(KINDS.map(({ contract, effect }) => [contract.name, effect]))];
    const sql = places.map(([operation, effect]) => {
      if ('made' in effect) {
        return `SELECT ${effect.column} AS mark, '${operation}' AS operation FROM ${effect.made} WHERE ${effect.column} LIKE $1`;
      }
      const [service = '', table = ''] = effect.changed.split('.');
      return `SELECT after ->> '${effect.field}', '${operation}' FROM ${service}.audit_record
        WHERE entity = '${table}' AND after ->> '${effect.field}' LIKE $1 AND id > ${this.from(since, service, 'audit_record')}`;
    });
    return await this.query(sql.join(' UNION ALL '), [`${series}-%`]);
  }

  private async audits(since: Mark): Promise<Snapshot['audits']> {
    const operations = KINDS.map(({ contract }) => contract.name);
    return await this.query(
      each(
        (service) => `
        SELECT DISTINCT a.correlation_id AS trace, a.operation, a.message_id AS "messageId", c.answer ->> 'status' AS answer
        FROM ${service}.audit_record a LEFT JOIN ${service}.command_answer c ON c.id = a.message_id
        WHERE a.id > ${this.from(since, service, 'audit_record')} AND a.operation = ANY ($1)`,
      ),
      [operations],
    );
  }

  private async facts(since: Mark): Promise<Snapshot['facts']> {
    return await this.query(
      each(
        (service) => `
        SELECT '${service}' AS service, seq::int, event_id AS "eventId", value ->> 'type' AS type, topic, key,
          value ->> 'correlationid' AS trace
        FROM ${service}.outbox WHERE seq > ${this.from(since, service, 'outbox')}`,
      ),
    );
  }

  private async messages(since: Mark): Promise<Snapshot['messages']> {
    return await this.query(
      `SELECT m.id, m.event_id AS "eventId", m.event, m.state, m.masked_mobile AS mobile, m.text,
         (greatest(m.attempts - 1, 0) + coalesce(sum(d.doubts), 0))::int AS "mayRepeat"
       FROM notify.message m LEFT JOIN notify.delivery d ON d.message_id = m.id
       WHERE EXISTS (SELECT FROM agents.outbox WHERE event_id = m.event_id AND seq > $1) GROUP BY m.id`,
      [this.from(since, 'agents', 'outbox')],
    );
  }

  private async texts(since: Mark): Promise<Snapshot['texts']> {
    const response = await fetch(`${this.places.smsCentreUrl}/messages.json?since=${since.at}`);
    return (await response.json()) as Text[];
  }

  /** Of every row that was changed meanwhile; an operator's decision about a record has no version. */
  private async chains(since: Mark): Promise<Chain[]> {
    const tables = await this.query<{ service: string; entity: string }>(
      each(
        (service) => `SELECT DISTINCT '${service}' AS service, entity FROM ${service}.audit_record
          WHERE id > ${this.from(since, service, 'audit_record')} AND EXISTS (
            SELECT FROM information_schema.columns
            WHERE table_schema = '${service}' AND table_name = entity AND column_name = 'version')`,
      ),
    );
    if (tables.length === 0) return [];
    const fields = new Map(
      KINDS.flatMap(({ effect }) => ('changed' in effect ? [[effect.changed, effect] as const] : [])),
    );
    const sql = tables.map(({ service, entity }) => {
      const effect = fields.get(`${service}.${entity}`);
      const steps = effect
        ? `jsonb_build_object('now', t.${effect.column}, 'steps', coalesce(jsonb_agg(jsonb_build_object(
             'before', a.before ->> '${effect.field}', 'after', a.after ->> '${effect.field}') ORDER BY a.id)
             FILTER (WHERE jsonb_typeof(a.before) = 'object' AND a.after ? '${effect.field}'), '[]'))`
        : 'NULL::jsonb';
      return `SELECT '${service}.${entity} ' || t.id AS row, t.version, count(*) FILTER (WHERE jsonb_typeof(a.before) = 'object')::int AS changes,
          ${steps} AS field
        FROM ${service}.${entity} t JOIN ${service}.audit_record a ON a.entity = '${entity}' AND a.entity_id = t.id
        WHERE EXISTS (SELECT FROM ${service}.audit_record n WHERE n.entity_id = t.id AND n.id > ${this.from(since, service, 'audit_record')})
        GROUP BY t.id`;
    });
    return await this.query(sql.map((one) => `(${one})`).join(' UNION ALL '));
  }

  private async copies(): Promise<Copy[]> {
    const ids = this.cast.cases.map(({ id }) => id);
    return await this.query(
      `SELECT 'approvals: land use of case ' || c.id AS what, p.land_use AS owner, c.project ->> 'landUse' AS copy
       FROM approvals.case_copy c JOIN projects.project p ON p.id = c.project_id WHERE c.id = ANY ($1)
       UNION ALL
       SELECT 'agents: item plan of case ' || c.id, p.revision::text, c.plan_version::text
       FROM agents.case_copy c JOIN approvals.item_plan p ON p.id = c.id WHERE c.id = ANY ($1)`,
      [ids],
    );
  }

  private leaks(): string[] {
    const { logFolder } = this.places;
    return readdirSync(logFolder).flatMap((file) =>
      readFileSync(join(logFolder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (MOBILE.test(line) ? [`${file}:${index + 1}`] : [])),
    );
  }
}
