import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Service } from '#libs/contracts/define.js';

/**
 * The first migration of every service: the tables by which nothing is lost or done twice. They are written by plain
 * statements only and have no entities. The application role may add to the audit trail and read it, nothing else.
 */
export const messagingTables = (service: Service): new () => MigrationInterface => {
  const role = `${service}_app`;
  return class MessagingTables implements MigrationInterface {
    // TypeORM orders migrations by the time at the end of their name.
    name = 'MessagingTables1700000000000';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of UP) await runner.query(statement);
      const [found] = (await runner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])) as unknown[];
      if (found) await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit_record FROM ${role}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of TABLES.toReversed()) {
        await runner.query(`DROP TABLE ${table}`);
      }
    }
  };
};

const TABLES = [
  'command_answer',
  'outbox',
  'republication',
  'inbox',
  'dead_record',
  'projection_rebuild',
  'audit_record',
];

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
     published_at timestamptz,
     again_at timestamptz,
     projections text[])`,
  'CREATE INDEX ix_outbox_unpublished ON outbox (seq) WHERE published_at IS NULL',
  `CREATE TABLE republication (
     id uuid PRIMARY KEY,
     since timestamptz NOT NULL,
     until timestamptz NOT NULL,
     facts text[],
     projection text)`,
  `CREATE TABLE inbox (
     event_id uuid PRIMARY KEY,
     type text NOT NULL,
     attempts integer NOT NULL DEFAULT 0,
     received_at timestamptz NOT NULL DEFAULT now(),
     done_at timestamptz)`,
  'CREATE INDEX ix_inbox_open ON inbox (received_at) WHERE done_at IS NULL',
  `CREATE TABLE dead_record (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
     topic text NOT NULL,
     partition integer NOT NULL,
     record_offset bigint NOT NULL,
     key bytea,
     value bytea,
     headers jsonb NOT NULL,
     event_id uuid,
     type text,
     state text NOT NULL CHECK (state IN ('dead', 'waiting', 'redriven', 'applied', 'discarded')),
     reason text NOT NULL,
     attempts integer NOT NULL,
     died_at timestamptz NOT NULL DEFAULT now(),
     resolved_at timestamptz,
     resolution text,
     UNIQUE (topic, partition, record_offset))`,
  'CREATE INDEX ix_dead_record_open ON dead_record (topic, key, number) WHERE resolved_at IS NULL AND event_id IS NOT NULL',
  'CREATE UNIQUE INDEX uq_dead_record_event ON dead_record (event_id) WHERE resolved_at IS NULL AND event_id IS NOT NULL',
  "CREATE INDEX ix_dead_record_redriven ON dead_record (number) WHERE state = 'redriven'",
  'CREATE INDEX ix_dead_record_unresolved ON dead_record (number) WHERE resolved_at IS NULL',
  'CREATE TABLE projection_rebuild (name text PRIMARY KEY, at timestamptz NOT NULL, handled integer NOT NULL)',
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
