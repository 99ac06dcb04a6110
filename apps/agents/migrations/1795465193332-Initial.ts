import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795465193332 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "case_scope" ("id" uuid NOT NULL, "version" integer NOT NULL, "unit_id" uuid, "region_ids" text array NOT NULL, "institution_ids" uuid array NOT NULL, "agent_ids" uuid array NOT NULL, "department_codes" text array NOT NULL, CONSTRAINT "case_scope_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_case_scope_unit_id" ON "case_scope"  ("unit_id") `);
    await runner.query(
      `CREATE TABLE "calendar_day" ("day" date NOT NULL, "workday" boolean NOT NULL, "source" text NOT NULL, "note" text NOT NULL, CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day"))`,
    );
    await runner.query(
      `CREATE TABLE "department" ("code" text NOT NULL, "name" text NOT NULL, "level" text NOT NULL, "region_id" text NOT NULL, "function" text NOT NULL, "superior_code" text, "branch_of_city" boolean NOT NULL, "fallback" text NOT NULL, "named_in_joint_pre_review" boolean NOT NULL, CONSTRAINT "department_pkey" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "region" ("id" text NOT NULL, "name" text NOT NULL, "level" text NOT NULL, "parent_id" text, "valid_from" date NOT NULL, "valid_to" date, CONSTRAINT "region_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "assignment" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "role" text NOT NULL, "agent_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "reason" text NOT NULL, "override_reason" text, "valid_from" date NOT NULL, "valid_to" date, "end_reason" text, CONSTRAINT "assignment_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_assignment_case_id" ON "assignment"  ("case_id") `);
    await runner.query(`CREATE INDEX "ix_assignment_load" ON "assignment"  ("agent_id") WHERE valid_to IS NULL`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_assignment_agent" ON "assignment"  ("case_id", "agent_id", "role") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_assignment_guide" ON "assignment"  ("case_id") WHERE role = 'guide' AND valid_to IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_assignment_principal" ON "assignment"  ("case_id") WHERE role = 'principal' AND valid_to IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "case_team" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "reason" text NOT NULL, "valid_from" date NOT NULL, CONSTRAINT "case_team_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_case_team" ON "case_team"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "inspection" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "agent_id" uuid NOT NULL, "valid_from" date NOT NULL, CONSTRAINT "inspection_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_inspection" ON "inspection"  ("case_id", "agent_id") `);
    await runner.query(
      `CREATE TABLE "case_copy" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text, "project_name" text, "scenario" text, "region_ids" text array NOT NULL, "first_institution_id" uuid, "signed_by" text array NOT NULL, "activated_at" TIMESTAMP WITH TIME ZONE, "plan_version" integer, "items" jsonb NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "case_copy_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "chief_contact" ("id" uuid NOT NULL, "version" integer NOT NULL, "institution_id" uuid NOT NULL, "item_code" text, "category" text, "agent_id" uuid NOT NULL, "substitute_id" uuid, "valid_from" date NOT NULL, "valid_to" date, CONSTRAINT "ck_chief_contact_key" CHECK ((item_code IS NULL) <> (category IS NULL)), CONSTRAINT "chief_contact_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_chief_contact_agent_id" ON "chief_contact"  ("agent_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_chief_contact_category" ON "chief_contact"  ("institution_id", "category") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_chief_contact_item" ON "chief_contact"  ("institution_id", "item_code") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "coordination" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "from_department" text NOT NULL, "to_department" text NOT NULL, "entries" jsonb NOT NULL, "result" text, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "coordination_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_coordination_open" ON "coordination"  ("case_id", "item_code") WHERE answered_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "direct_contact" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "institution_id" uuid NOT NULL, "agent_id" uuid NOT NULL, "as_substitute" boolean NOT NULL, "as_liaison" boolean NOT NULL, "note" text, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "asked_by" text NOT NULL, CONSTRAINT "direct_contact_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_direct_contact_case_id" ON "direct_contact"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "hand_over" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "from_agent_id" uuid NOT NULL, "to_agent_id" uuid NOT NULL, "stage" text, "reason" text NOT NULL, "open_matters" text NOT NULL, "override_reason" text, "state" text NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, "return_reason" text, CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_hand_over_case_id" ON "hand_over"  ("case_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_hand_over_open" ON "hand_over"  ("case_id") WHERE state = 'proposed'`);
    await runner.query(
      `CREATE TABLE "item" ("code" text NOT NULL, "name" text NOT NULL, "helper_stage" text NOT NULL, "line_department" text, CONSTRAINT "item_pkey" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "institution" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "level" text NOT NULL, "region_id" text NOT NULL, "parent_id" uuid, "service_point" text NOT NULL, "hotline" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, CONSTRAINT "institution_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_institution_parent_id" ON "institution"  ("parent_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_institution_of_region" ON "institution"  ("region_id") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "chief_liaison" ("id" uuid NOT NULL, "version" integer NOT NULL, "agent_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "region_id" text NOT NULL, "seat" integer, "valid_from" date NOT NULL, "valid_to" date, "end_reason" text, CONSTRAINT "ck_chief_liaison_seat" CHECK (seat BETWEEN 1 AND 5), CONSTRAINT "chief_liaison_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_chief_liaison_agent" ON "chief_liaison"  ("agent_id") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_chief_liaison_seat" ON "chief_liaison"  ("region_id", "seat") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "reminder" ("id" uuid NOT NULL, "version" integer NOT NULL, "kind" text NOT NULL, "subject_id" uuid NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "reminder_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_reminder_due" ON "reminder"  ("due_at") WHERE settled_at IS NULL`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_reminder_open" ON "reminder"  ("kind", "subject_id") WHERE settled_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "responsibility_list" ("id" uuid NOT NULL, "version" integer NOT NULL, "agent_id" uuid NOT NULL, "edition" integer NOT NULL, "duties" text array NOT NULL, "item_codes" text array NOT NULL, "published_on" date NOT NULL, "replaced_on" date, CONSTRAINT "responsibility_list_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_responsibility_list_in_force" ON "responsibility_list"  ("agent_id") WHERE replaced_on IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_responsibility_list_edition" ON "responsibility_list"  ("agent_id", "edition") `,
    );
    await runner.query(
      `CREATE TABLE "routing_override" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "main_level" text, "lead_region_id" text, "reason" text NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL, "valid_to" TIMESTAMP WITH TIME ZONE, CONSTRAINT "routing_override_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_routing_override" ON "routing_override"  ("case_id") WHERE valid_to IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "agent" ("id" uuid NOT NULL, "version" integer NOT NULL, "institution_id" uuid NOT NULL, "name" text NOT NULL, "classes" text array NOT NULL, "classes_reason" text, "source" text NOT NULL, "contract_ends_on" date, "full_time" boolean NOT NULL, "home_unit" text, "specialties" text array NOT NULL, "helper_stages" text array NOT NULL, "item_codes" text array NOT NULL, "policy_domains" text array NOT NULL, "order_number" text NOT NULL, "work_phone" text NOT NULL, "mobile" text NOT NULL, "capacity" integer NOT NULL, "base_course_passed_on" date, "valid_from" date NOT NULL, "valid_to" date, CONSTRAINT "agent_pkey" PRIMARY KEY ("id")); COMMENT ON COLUMN "agent"."mobile" IS 'secret'`,
    );
    await runner.query(`CREATE INDEX "ix_agent_institution_id" ON "agent"  ("institution_id") `);
    await runner.query(
      `CREATE TABLE "leave" ("id" uuid NOT NULL, "version" integer NOT NULL, "agent_id" uuid NOT NULL, "from_day" date NOT NULL, "to_day" date NOT NULL, "substitute_id" uuid, "reason" text NOT NULL, CONSTRAINT "leave_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_leave_agent_id" ON "leave"  ("agent_id") `);
    await runner.query(
      `CREATE TABLE "transfer" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "ordinal" integer NOT NULL, "state" text NOT NULL, "direction" text NOT NULL, "from_institution_id" uuid NOT NULL, "to_institution_id" uuid NOT NULL, "liaison_id" uuid NOT NULL, "liaison_agent_id" uuid NOT NULL, "item_codes" text array NOT NULL, "materials" jsonb NOT NULL, "method" text NOT NULL, "method_note" text, "tracking_number" text, "override_reason" text, "decision" text, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "proposed_by" text NOT NULL, "receipt_due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, "settled_by" text, "settlement" text, CONSTRAINT "transfer_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_transfer_ordinal" ON "transfer"  ("case_id", "ordinal") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_transfer_open" ON "transfer"  ("case_id") WHERE state = 'proposed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "agents"."uq_transfer_open"`);
    await runner.query(`DROP INDEX "agents"."uq_transfer_ordinal"`);
    await runner.query(`DROP TABLE "transfer"`);
    await runner.query(`DROP INDEX "agents"."ix_leave_agent_id"`);
    await runner.query(`DROP TABLE "leave"`);
    await runner.query(`DROP INDEX "agents"."ix_agent_institution_id"`);
    await runner.query(`DROP TABLE "agent"`);
    await runner.query(`DROP INDEX "agents"."uq_routing_override"`);
    await runner.query(`DROP TABLE "routing_override"`);
    await runner.query(`DROP INDEX "agents"."uq_responsibility_list_edition"`);
    await runner.query(`DROP INDEX "agents"."uq_responsibility_list_in_force"`);
    await runner.query(`DROP TABLE "responsibility_list"`);
    await runner.query(`DROP INDEX "agents"."uq_reminder_open"`);
    await runner.query(`DROP INDEX "agents"."ix_reminder_due"`);
    await runner.query(`DROP TABLE "reminder"`);
    await runner.query(`DROP INDEX "agents"."uq_chief_liaison_seat"`);
    await runner.query(`DROP INDEX "agents"."uq_chief_liaison_agent"`);
    await runner.query(`DROP TABLE "chief_liaison"`);
    await runner.query(`DROP INDEX "agents"."uq_institution_of_region"`);
    await runner.query(`DROP INDEX "agents"."ix_institution_parent_id"`);
    await runner.query(`DROP TABLE "institution"`);
    await runner.query(`DROP TABLE "item"`);
    await runner.query(`DROP INDEX "agents"."uq_hand_over_open"`);
    await runner.query(`DROP INDEX "agents"."ix_hand_over_case_id"`);
    await runner.query(`DROP TABLE "hand_over"`);
    await runner.query(`DROP INDEX "agents"."ix_direct_contact_case_id"`);
    await runner.query(`DROP TABLE "direct_contact"`);
    await runner.query(`DROP INDEX "agents"."uq_coordination_open"`);
    await runner.query(`DROP TABLE "coordination"`);
    await runner.query(`DROP INDEX "agents"."uq_chief_contact_item"`);
    await runner.query(`DROP INDEX "agents"."uq_chief_contact_category"`);
    await runner.query(`DROP INDEX "agents"."ix_chief_contact_agent_id"`);
    await runner.query(`DROP TABLE "chief_contact"`);
    await runner.query(`DROP TABLE "case_copy"`);
    await runner.query(`DROP INDEX "agents"."uq_inspection"`);
    await runner.query(`DROP TABLE "inspection"`);
    await runner.query(`DROP INDEX "agents"."uq_case_team"`);
    await runner.query(`DROP TABLE "case_team"`);
    await runner.query(`DROP INDEX "agents"."uq_assignment_principal"`);
    await runner.query(`DROP INDEX "agents"."uq_assignment_guide"`);
    await runner.query(`DROP INDEX "agents"."uq_assignment_agent"`);
    await runner.query(`DROP INDEX "agents"."ix_assignment_load"`);
    await runner.query(`DROP INDEX "agents"."ix_assignment_case_id"`);
    await runner.query(`DROP TABLE "assignment"`);
    await runner.query(`DROP TABLE "region"`);
    await runner.query(`DROP TABLE "department"`);
    await runner.query(`DROP TABLE "calendar_day"`);
    await runner.query(`DROP INDEX "agents"."ix_case_scope_unit_id"`);
    await runner.query(`DROP TABLE "case_scope"`);
  }
}
