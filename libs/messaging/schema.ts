import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';

type Migration = new () => MigrationInterface;

/**
 * The first migrations of every service: the tables by which nothing is lost or done twice. They are written by plain
 * statements only and have no entities. The application role may add to the audit trail and read it, nothing else.
 */
export const messagingTables = (service: Service): Migration[] => [firstTables(service), operatorTables()];

// TypeORM orders migrations by the time at the end of their name.

const firstTables = (service: Service): Migration => {
  const role = `${service}_app`;
  return class MessagingTables implements MigrationInterface {
    name = 'MessagingTables1700000000000';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of UP) await runner.query(statement);
      const [found] = (await runner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])) as unknown[];
      if (found) await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit_record FROM ${role}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of ['audit_record', 'dead_record', 'inbox', 'outbox', 'command_answer']) {
        await runner.query(`DROP TABLE ${table}`);
      }
    }
  };
};

/** Dead records with their state and order, republication and the rebuilding of projections. */
const operatorTables = (): Migration =>
  class OperatorTables implements MigrationInterface {
    name = 'OperatorTables1795500000000';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of OPERATORS) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const statement of NO_OPERATORS) await runner.query(statement);
    }
  };

const UP = [
  `CREATE TABLE command_answer (
     id uuid PRIMARY KEY,
     operation text NOT NULL,
     account_id text NOT NULL,
     body_hash text NOT NULL,
     business_time timestamptz NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     answer jsonb)`,
  `CREATE TABLE outbox (
     seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     event_id uuid NOT NULL UNIQUE,
     topic text NOT NULL,
     key text NOT NULL,
     value jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     published_at timestamptz)`,
  'CREATE INDEX ix_outbox_unpublished ON outbox (seq) WHERE published_at IS NULL',
  `CREATE TABLE inbox (
     event_id uuid PRIMARY KEY,
     type text NOT NULL,
     attempts integer NOT NULL DEFAULT 0,
     received_at timestamptz NOT NULL DEFAULT now(),
     done_at timestamptz)`,
  'CREATE INDEX ix_inbox_open ON inbox (received_at) WHERE done_at IS NULL',
  `CREATE TABLE dead_record (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     topic text NOT NULL,
     partition integer NOT NULL,
     record_offset bigint NOT NULL,
     key bytea,
     value bytea,
     reason text NOT NULL,
     died_at timestamptz NOT NULL DEFAULT now(),
     resolved_at timestamptz,
     resolution text,
     UNIQUE (topic, partition, record_offset))`,
  `CREATE TABLE audit_record (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamptz NOT NULL DEFAULT now(),
     business_time timestamptz NOT NULL,
     message_id uuid NOT NULL,
     operation text NOT NULL,
     account_id text NOT NULL,
     actor text NOT NULL,
     ip text,
     correlation_id text NOT NULL,
     entity text NOT NULL,
     entity_id uuid NOT NULL,
     before jsonb,
     after jsonb NOT NULL)`,
  'CREATE INDEX ix_audit_record_entity ON audit_record (entity_id, id)',
];

const OPERATORS = [
  'ALTER TABLE outbox ADD again_at timestamptz, ADD projections text[]',
  `CREATE TABLE republication (
     id uuid PRIMARY KEY,
     since timestamptz NOT NULL,
     until timestamptz NOT NULL,
     facts text[],
     projection text)`,
  'CREATE TABLE projection_rebuild (name text PRIMARY KEY, at timestamptz NOT NULL, handled integer NOT NULL)',
  'ALTER TABLE dead_record DROP CONSTRAINT dead_record_pkey',
  'ALTER TABLE dead_record RENAME id TO number',
  `ALTER TABLE dead_record
     ADD UNIQUE (number),
     ADD id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     ADD headers jsonb NOT NULL DEFAULT '{}',
     ADD event_id uuid,
     ADD type text,
     ADD attempts integer NOT NULL DEFAULT 0,
     ADD state text NOT NULL DEFAULT 'dead' CHECK (state IN ('dead', 'waiting', 'redriven', 'applied', 'discarded'))`,
  "UPDATE dead_record SET state = 'discarded' WHERE resolved_at IS NOT NULL",
  'ALTER TABLE dead_record ALTER headers DROP DEFAULT, ALTER attempts DROP DEFAULT, ALTER state DROP DEFAULT',
  'CREATE INDEX ix_dead_record_open ON dead_record (topic, key, number) WHERE resolved_at IS NULL AND event_id IS NOT NULL',
  'CREATE UNIQUE INDEX uq_dead_record_event ON dead_record (event_id) WHERE resolved_at IS NULL AND event_id IS NOT NULL',
  "CREATE INDEX ix_dead_record_redriven ON dead_record (number) WHERE state = 'redriven'",
  'CREATE INDEX ix_dead_record_unresolved ON dead_record (number) WHERE resolved_at IS NULL',
];

const NO_OPERATORS = [
  'DROP INDEX ix_dead_record_unresolved, ix_dead_record_redriven, uq_dead_record_event, ix_dead_record_open',
  'ALTER TABLE dead_record DROP id, DROP headers, DROP event_id, DROP type, DROP attempts, DROP state',
  'ALTER TABLE dead_record DROP CONSTRAINT dead_record_number_key',
  'ALTER TABLE dead_record RENAME number TO id',
  'ALTER TABLE dead_record ADD PRIMARY KEY (id)',
  'DROP TABLE projection_rebuild, republication',
  'ALTER TABLE outbox DROP again_at, DROP projections',
];
