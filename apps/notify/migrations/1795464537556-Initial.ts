import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795464537556 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "case_scope" ("id" uuid NOT NULL, "version" integer NOT NULL, "unit_id" uuid, "region_ids" text array NOT NULL, "institution_ids" uuid array NOT NULL, "agent_ids" uuid array NOT NULL, "department_codes" text array NOT NULL, CONSTRAINT "case_scope_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_case_scope_unit_id" ON "case_scope" ("unit_id")`);
    await runner.query(
      `CREATE TABLE "agent_copy" ("id" uuid NOT NULL, "version" integer NOT NULL, "institution_id" uuid NOT NULL, "classes" text array NOT NULL, "active" boolean NOT NULL, CONSTRAINT "agent_copy_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_agent_copy_institution_id" ON "agent_copy" ("institution_id")`);
    await runner.query(
      `CREATE TABLE "case_copy" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text, "project_id" uuid, "unit_id" uuid, "principal_agent_id" uuid, "assignment_id" uuid, CONSTRAINT "case_copy_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "project_copy" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "project_copy_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "business_clock" ("id" uuid NOT NULL, "version" integer NOT NULL, "ahead_seconds" integer NOT NULL, CONSTRAINT "business_clock_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "delivery" ("id" uuid NOT NULL, "version" integer NOT NULL, "message_id" uuid NOT NULL, "attempt" integer NOT NULL, "part" integer NOT NULL, "parts" integer NOT NULL, "state" text NOT NULL, "doubts" integer NOT NULL, "centre_id" text, "detail" text, "submitted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "delivery_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_delivery_centre_id" ON "delivery" ("centre_id") WHERE centre_id IS NOT NULL`);
    await runner.query(`CREATE UNIQUE INDEX "uq_delivery_part" ON "delivery" ("message_id", "attempt", "part")`);
    await runner.query(
      `CREATE TABLE "message" ("id" uuid NOT NULL, "version" integer NOT NULL, "event_id" uuid NOT NULL, "event" text NOT NULL, "case_id" uuid NOT NULL, "receiver" text NOT NULL, "addressee" text NOT NULL, "template" text NOT NULL, "variables" jsonb NOT NULL, "urgent" boolean NOT NULL, "state" text NOT NULL, "reason" text, "receiver_name" text, "masked_mobile" text, "text" text, "attempts" integer NOT NULL, "attempts_left" integer NOT NULL, "queued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "held_until" TIMESTAMP WITH TIME ZONE, "try_at" TIMESTAMP WITH TIME ZONE, "submitted_at" TIMESTAMP WITH TIME ZONE, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "message_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_message_case" ON "message" ("case_id", "queued_at")`);
    await runner.query(
      `CREATE INDEX "ix_message_open" ON "message" ("state", "queued_at") WHERE state IN ('queued', 'submitting', 'submitted')`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_message_once" ON "message" ("event_id", "addressee", "template")`);
    await runner.query(
      `CREATE TABLE "centre_receipt" ("id" uuid NOT NULL, "version" integer NOT NULL, "centre_id" text NOT NULL, "stat" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "delivery_id" uuid, CONSTRAINT "centre_receipt_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_receipt_unknown" ON "centre_receipt" ("centre_id", "stat") WHERE delivery_id IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "notification_rule" ("id" uuid NOT NULL, "version" integer NOT NULL, "event" text NOT NULL, "receiver" text NOT NULL, "template" text NOT NULL, "condition" jsonb NOT NULL, "state" text NOT NULL, CONSTRAINT "notification_rule_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_notification_rule_event" ON "notification_rule" ("event")`);
    await runner.query(
      `CREATE TABLE "sms_template" ("id" uuid NOT NULL, "version" integer NOT NULL, "code" text NOT NULL, "event" text NOT NULL, "text" text NOT NULL, "provider_template_id" text NOT NULL, "urgent" boolean NOT NULL, CONSTRAINT "sms_template_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_sms_template_code" ON "sms_template" ("code")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "sms_template"`);
    await runner.query(`DROP TABLE "notification_rule"`);
    await runner.query(`DROP TABLE "centre_receipt"`);
    await runner.query(`DROP TABLE "message"`);
    await runner.query(`DROP TABLE "delivery"`);
    await runner.query(`DROP TABLE "business_clock"`);
    await runner.query(`DROP TABLE "project_copy"`);
    await runner.query(`DROP TABLE "case_copy"`);
    await runner.query(`DROP TABLE "agent_copy"`);
    await runner.query(`DROP TABLE "case_scope"`);
  }
}
