import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795463441716 implements MigrationInterface {
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
      `CREATE TABLE "case_copy" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "project_id" uuid NOT NULL, "project" jsonb NOT NULL, "project_as_of" TIMESTAMP WITH TIME ZONE NOT NULL, "first_institution_id" uuid NOT NULL, "entrusted" text array, "state" text NOT NULL, "notice_number" text, CONSTRAINT "case_copy_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_case_copy_project_id" ON "case_copy"  ("project_id") `);
    await runner.query(
      `CREATE TABLE "case_handling" ("id" uuid NOT NULL, "version" integer NOT NULL, "principal_agent_id" uuid, "principal_name" text, "guide_agent_id" uuid, "holder_institution_id" uuid, CONSTRAINT "case_handling_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "mandate_copy" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "holder_agent_id" uuid NOT NULL, "item_codes" text array, "valid_from" date NOT NULL, "valid_to" date NOT NULL, CONSTRAINT "mandate_copy_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_mandate_copy_case_id" ON "mandate_copy"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "competence" ("id" uuid NOT NULL, "item_code" text NOT NULL, "row" jsonb NOT NULL, CONSTRAINT "competence_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_competence_item_code" ON "competence"  ("item_code") `);
    await runner.query(
      `CREATE TABLE "item_version" ("id" uuid NOT NULL, "version" integer NOT NULL, "code" text NOT NULL, "ordinal" integer NOT NULL, "valid_from" date NOT NULL, "row" jsonb NOT NULL, CONSTRAINT "item_version_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_item_version_code_ordinal" ON "item_version"  ("code", "ordinal") `);
    await runner.query(
      `CREATE TABLE "material" ("code" text NOT NULL, "item_code" text NOT NULL, "seq" integer NOT NULL, "row" jsonb NOT NULL, CONSTRAINT "material_pkey" PRIMARY KEY ("code"))`,
    );
    await runner.query(`CREATE INDEX "ix_material_item_code" ON "material"  ("item_code") `);
    await runner.query(
      `CREATE TABLE "duty" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "approval_id" uuid NOT NULL, "item_code" text NOT NULL, "item_name" text NOT NULL, "works" text, "handling_body" text NOT NULL, "kind" text NOT NULL, "what" text NOT NULL, "due_on" date NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "fulfilled_by" text, "done_on" date, CONSTRAINT "duty_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_duty_case_id" ON "duty"  ("case_id") `);
    await runner.query(`CREATE INDEX "ix_duty_due_on" ON "duty"  ("due_on") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_duty" ON "duty"  ("approval_id", "what") `);
    await runner.query(
      `CREATE TABLE "fired_warning" ("id" uuid NOT NULL, "version" integer NOT NULL, "subject_id" uuid NOT NULL, "clock" text NOT NULL, "light" text NOT NULL, "due_on" date NOT NULL, "fired_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "fired_warning_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_fired_warning" ON "fired_warning"  ("subject_id", "clock", "light", "due_on") `,
    );
    await runner.query(
      `CREATE TABLE "approval_event" ("id" uuid NOT NULL, "version" integer NOT NULL, "approval_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "actor_name" text NOT NULL, "opinion" text, CONSTRAINT "approval_event_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_approval_event_approval_id" ON "approval_event"  ("approval_id") `);
    await runner.query(
      `CREATE TABLE "approval" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "item_name" text NOT NULL, "works" text, "legal_body" text, "handling_body" text, "applicant_unit_id" uuid NOT NULL, "applicant_name" text NOT NULL, "mandate_holder_id" uuid, "mandate_holder_name" text, "handling_mode" text, "notify_and_commit" boolean NOT NULL, "parallel_group" text, "state" text NOT NULL, "result" text, "ground" text, "claim" text, "source" text NOT NULL, "submitted_at" TIMESTAMP WITH TIME ZONE, "accepted_on" date, "decided_on" date, "document_number" text, "reason" text, "evidence" jsonb, "pre_approval_id" uuid, "limits" jsonb NOT NULL, "statutory_due_on" date, "promised_due_on" date, "clocked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "approval_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_approval_number" ON "approval"  ("number") `);
    await runner.query(`CREATE INDEX "ix_approval_handling_body" ON "approval"  ("handling_body") `);
    await runner.query(`CREATE INDEX "ix_approval_statutory_due_on" ON "approval"  ("statutory_due_on") `);
    await runner.query(`CREATE INDEX "ix_approval_promised_due_on" ON "approval"  ("promised_due_on") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_approval_item_works" ON "approval"  ("case_id", "item_code", "works") WHERE works IS NOT NULL AND state NOT IN ('cancelled', 'not_accepted', 'withdrawn', 'revoked') AND result IS DISTINCT FROM 'refused'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_approval_item" ON "approval"  ("case_id", "item_code") WHERE works IS NULL AND state NOT IN ('cancelled', 'not_accepted', 'withdrawn', 'revoked') AND result IS DISTINCT FROM 'refused'`,
    );
    await runner.query(
      `CREATE TABLE "case_start" ("id" uuid NOT NULL, "version" integer NOT NULL, "applied_on" date NOT NULL, "signed_by" text array NOT NULL, CONSTRAINT "case_start_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "deferral" ("id" uuid NOT NULL, "version" integer NOT NULL, "approval_id" uuid NOT NULL, "material_code" text NOT NULL, "material_name" text NOT NULL, "promised_on" date NOT NULL, "document_id" uuid NOT NULL, "within_workdays" integer NOT NULL, "due_on" date, "supplied_on" date, CONSTRAINT "deferral_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_deferral_due_on" ON "deferral"  ("due_on") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_deferral_material" ON "deferral"  ("approval_id", "material_code") `);
    await runner.query(
      `CREATE TABLE "approval_extension" ("id" uuid NOT NULL, "version" integer NOT NULL, "approval_id" uuid NOT NULL, "days" integer NOT NULL, "reason" text NOT NULL, "approver" text NOT NULL, "on" date NOT NULL, CONSTRAINT "approval_extension_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_approval_extension_approval" ON "approval_extension"  ("approval_id") `,
    );
    await runner.query(
      `CREATE TABLE "pre_review" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "item_name" text NOT NULL, "works" text, "handling_body" text NOT NULL, "legal_body" text, "document_ids" uuid array NOT NULL, "asked_on" date NOT NULL, "asked_by" text NOT NULL, "opinion" text, "opinion_by" text, "opinion_on" date, CONSTRAINT "pre_review_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_pre_review_case_id" ON "pre_review"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "approval_span" ("id" uuid NOT NULL, "version" integer NOT NULL, "approval_id" uuid NOT NULL, "kind" text NOT NULL, "cause" text NOT NULL, "from" date NOT NULL, "to" date, "approver" text NOT NULL, "stops_statutory" boolean NOT NULL, "notice_workdays" integer, "due_on" date, "materials" text array NOT NULL, CONSTRAINT "approval_span_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_approval_span_approval_id" ON "approval_span"  ("approval_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_approval_span_open" ON "approval_span"  ("approval_id") WHERE "to" IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "item_plan_version" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "revision" integer NOT NULL, "notice_number" text, "revised_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revised_by" text NOT NULL, "reason" text NOT NULL, "lines" jsonb NOT NULL, CONSTRAINT "item_plan_version_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_item_plan_version_case_revision" ON "item_plan_version"  ("case_id", "revision") `,
    );
    await runner.query(
      `CREATE TABLE "item_plan" ("id" uuid NOT NULL, "version" integer NOT NULL, "revision" integer NOT NULL, "answers" jsonb NOT NULL, "rulings" jsonb NOT NULL, "notice_number" text, CONSTRAINT "item_plan_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "situation" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "name" text NOT NULL, "applies" boolean NOT NULL, CONSTRAINT "situation_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_situation" ON "situation"  ("case_id", "name") `);
    await runner.query(
      `CREATE TABLE "material_supply" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "works" text, "material_code" text NOT NULL, "document_id" uuid NOT NULL, "supplied_on" date NOT NULL, CONSTRAINT "material_supply_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_material_supply_case" ON "material_supply"  ("case_id", "material_code") `);
    await runner.query(
      `CREATE TABLE "milestone" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "on" date NOT NULL, "photo_file_id" uuid, "recorded_by" text NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "open_duties" text array NOT NULL, CONSTRAINT "milestone_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_milestone_case_code" ON "milestone"  ("case_id", "code") `);
    await runner.query(
      `CREATE TABLE "pre_approval_condition" ("id" uuid NOT NULL, "version" integer NOT NULL, "pre_approval_id" uuid NOT NULL, "position" integer NOT NULL, "name" text NOT NULL, "act" text NOT NULL, "item" text, "controllable" boolean NOT NULL, "owner" text NOT NULL, "evidence" text NOT NULL, "met_on" date, "met_by" text, "file_id" uuid, CONSTRAINT "pre_approval_condition_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_pre_approval_condition_pre_approval_id" ON "pre_approval_condition"  ("pre_approval_id") `,
    );
    await runner.query(
      `CREATE TABLE "pre_approval" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "item_name" text NOT NULL, "works" text, "legal_body" text NOT NULL, "handling_body" text NOT NULL, "applicant_unit_id" uuid NOT NULL, "applicant_name" text NOT NULL, "state" text NOT NULL, "reviewed" jsonb NOT NULL, "rests_on" uuid array NOT NULL, "applied_on" date NOT NULL, "document_number" text, "issued_on" date, "valid_to" date, "extended" boolean NOT NULL, "stamp" text, "issued_for" jsonb, "converted_on" date, "approval_id" uuid, "reason" text, CONSTRAINT "pre_approval_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_pre_approval_number" ON "pre_approval"  ("number") `);
    await runner.query(`CREATE INDEX "ix_pre_approval_valid_to" ON "pre_approval"  ("valid_to") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_pre_approval_item_works" ON "pre_approval"  ("case_id", "item_code", "works") WHERE works IS NOT NULL AND state IN ('applied', 'returned', 'issued', 'on_hold')`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_pre_approval_item" ON "pre_approval"  ("case_id", "item_code") WHERE works IS NULL AND state IN ('applied', 'returned', 'issued', 'on_hold')`,
    );
    await runner.query(
      `CREATE TABLE "roadmap_version" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "number" integer, "start_on" date NOT NULL, "construction_months" integer NOT NULL, "presale_workdays" integer NOT NULL, "moves" jsonb NOT NULL, "lines" jsonb NOT NULL, "end_on" date NOT NULL, "approval_workdays" integer NOT NULL, "full_workdays" integer NOT NULL, "plan_version" integer NOT NULL, "drawn_on" date NOT NULL, "drawn_up_by" text NOT NULL, "reason" text, "signed_by_agent_id" uuid, "signed_by" text, "signed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "roadmap_version_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_roadmap_version_draft" ON "roadmap_version"  ("case_id") WHERE number IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_roadmap_version_case_number" ON "roadmap_version"  ("case_id", "number") `,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "approvals"."uq_roadmap_version_case_number"`);
    await runner.query(`DROP INDEX "approvals"."uq_roadmap_version_draft"`);
    await runner.query(`DROP TABLE "roadmap_version"`);
    await runner.query(`DROP INDEX "approvals"."uq_pre_approval_item"`);
    await runner.query(`DROP INDEX "approvals"."uq_pre_approval_item_works"`);
    await runner.query(`DROP INDEX "approvals"."ix_pre_approval_valid_to"`);
    await runner.query(`DROP INDEX "approvals"."uq_pre_approval_number"`);
    await runner.query(`DROP TABLE "pre_approval"`);
    await runner.query(`DROP INDEX "approvals"."ix_pre_approval_condition_pre_approval_id"`);
    await runner.query(`DROP TABLE "pre_approval_condition"`);
    await runner.query(`DROP INDEX "approvals"."uq_milestone_case_code"`);
    await runner.query(`DROP TABLE "milestone"`);
    await runner.query(`DROP INDEX "approvals"."ix_material_supply_case"`);
    await runner.query(`DROP TABLE "material_supply"`);
    await runner.query(`DROP INDEX "approvals"."uq_situation"`);
    await runner.query(`DROP TABLE "situation"`);
    await runner.query(`DROP TABLE "item_plan"`);
    await runner.query(`DROP INDEX "approvals"."uq_item_plan_version_case_revision"`);
    await runner.query(`DROP TABLE "item_plan_version"`);
    await runner.query(`DROP INDEX "approvals"."uq_approval_span_open"`);
    await runner.query(`DROP INDEX "approvals"."ix_approval_span_approval_id"`);
    await runner.query(`DROP TABLE "approval_span"`);
    await runner.query(`DROP INDEX "approvals"."ix_pre_review_case_id"`);
    await runner.query(`DROP TABLE "pre_review"`);
    await runner.query(`DROP INDEX "approvals"."uq_approval_extension_approval"`);
    await runner.query(`DROP TABLE "approval_extension"`);
    await runner.query(`DROP INDEX "approvals"."uq_deferral_material"`);
    await runner.query(`DROP INDEX "approvals"."ix_deferral_due_on"`);
    await runner.query(`DROP TABLE "deferral"`);
    await runner.query(`DROP TABLE "case_start"`);
    await runner.query(`DROP INDEX "approvals"."uq_approval_item"`);
    await runner.query(`DROP INDEX "approvals"."uq_approval_item_works"`);
    await runner.query(`DROP INDEX "approvals"."ix_approval_promised_due_on"`);
    await runner.query(`DROP INDEX "approvals"."ix_approval_statutory_due_on"`);
    await runner.query(`DROP INDEX "approvals"."ix_approval_handling_body"`);
    await runner.query(`DROP INDEX "approvals"."uq_approval_number"`);
    await runner.query(`DROP TABLE "approval"`);
    await runner.query(`DROP INDEX "approvals"."ix_approval_event_approval_id"`);
    await runner.query(`DROP TABLE "approval_event"`);
    await runner.query(`DROP INDEX "approvals"."uq_fired_warning"`);
    await runner.query(`DROP TABLE "fired_warning"`);
    await runner.query(`DROP INDEX "approvals"."uq_duty"`);
    await runner.query(`DROP INDEX "approvals"."ix_duty_due_on"`);
    await runner.query(`DROP INDEX "approvals"."ix_duty_case_id"`);
    await runner.query(`DROP TABLE "duty"`);
    await runner.query(`DROP INDEX "approvals"."ix_material_item_code"`);
    await runner.query(`DROP TABLE "material"`);
    await runner.query(`DROP INDEX "approvals"."uq_item_version_code_ordinal"`);
    await runner.query(`DROP TABLE "item_version"`);
    await runner.query(`DROP INDEX "approvals"."ix_competence_item_code"`);
    await runner.query(`DROP TABLE "competence"`);
    await runner.query(`DROP INDEX "approvals"."ix_mandate_copy_case_id"`);
    await runner.query(`DROP TABLE "mandate_copy"`);
    await runner.query(`DROP TABLE "case_handling"`);
    await runner.query(`DROP INDEX "approvals"."ix_case_copy_project_id"`);
    await runner.query(`DROP TABLE "case_copy"`);
    await runner.query(`DROP TABLE "region"`);
    await runner.query(`DROP TABLE "department"`);
    await runner.query(`DROP TABLE "calendar_day"`);
    await runner.query(`DROP INDEX "approvals"."ix_case_scope_unit_id"`);
    await runner.query(`DROP TABLE "case_scope"`);
  }
}
