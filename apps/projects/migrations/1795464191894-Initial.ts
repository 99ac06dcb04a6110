import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEQUENCES = ['project_number_seq', 'case_number_seq', 'notice_number_seq'];

export class Initial1795464191894 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "case_scope" ("id" uuid NOT NULL, "version" integer NOT NULL, "unit_id" uuid, "region_ids" text array NOT NULL, "institution_ids" uuid array NOT NULL, "agent_ids" uuid array NOT NULL, "department_codes" text array NOT NULL, CONSTRAINT "case_scope_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_case_scope_unit_id" ON "case_scope" ("unit_id")`);
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
      `CREATE TABLE "agreement" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "agreement_version" integer NOT NULL, "reason" text, "items" jsonb NOT NULL, "institution_duties" text array NOT NULL, "unit_duties" text array NOT NULL, "unit_signature" jsonb, "institution_signature" jsonb, "scan_file_id" uuid, "scan_signed_on" date, CONSTRAINT "agreement_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_agreement_version" ON "agreement" ("case_id", "agreement_version")`);
    await runner.query(
      `CREATE TABLE "service_case" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "project_id" uuid NOT NULL, "first_institution_id" uuid NOT NULL, "state" text NOT NULL, "entrusted" text array, "eligibility" text NOT NULL, "applied_at" TIMESTAMP WITH TIME ZONE, "closure_request_id" uuid, "open_items" text array NOT NULL, "closed_on" date, "termination" jsonb, CONSTRAINT "service_case_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_service_case_number" ON "service_case" ("number")`);
    await runner.query(`CREATE INDEX "ix_service_case_state" ON "service_case" ("state")`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_service_case_running" ON "service_case" ("project_id") WHERE state IN ('applied', 'active', 'closing')`,
    );
    await runner.query(
      `CREATE TABLE "agent" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "institution_id" uuid NOT NULL, "classes" text array NOT NULL, "active" boolean NOT NULL, "known_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "agent_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "catalogue_item" ("code" text NOT NULL, "name" text NOT NULL, "promised_workdays" integer NOT NULL, CONSTRAINT "catalogue_item_pkey" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "institution" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "level" text NOT NULL, "region_id" text NOT NULL, "active" boolean NOT NULL, "known_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "institution_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "case_document" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "file_id" uuid NOT NULL, "sha256" text NOT NULL, "name" text NOT NULL, "size" integer NOT NULL, "type" text NOT NULL, "kind" text NOT NULL, "item_code" text, "registered_by" text NOT NULL, "registered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "case_document_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_case_document_file" ON "case_document" ("case_id", "file_id")`);
    await runner.query(
      `CREATE TABLE "lent_original" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "what" text NOT NULL, "receiver" text NOT NULL, "receipt" text NOT NULL, "lent_on" date NOT NULL, "returned_on" date, CONSTRAINT "lent_original_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_lent_original_case_id" ON "lent_original" ("case_id")`);
    await runner.query(
      `CREATE TABLE "joint_review" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "convened_on" date NOT NULL, "convened_by" text NOT NULL, "meeting_on" date, "place" text, "opinions_due_on" date NOT NULL, "items" jsonb NOT NULL, "attendance" text array NOT NULL, "minutes" text, "closed_on" date, "conclusions" jsonb NOT NULL, CONSTRAINT "joint_review_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_joint_review_case_id" ON "joint_review" ("case_id")`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_joint_review_open" ON "joint_review" ("case_id") WHERE closed_on IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "review_opinion" ("id" uuid NOT NULL, "version" integer NOT NULL, "review_id" uuid NOT NULL, "item_code" text NOT NULL, "department_code" text NOT NULL, "opinion" text NOT NULL, "text" text NOT NULL, "file_id" uuid, "given_by" text NOT NULL, "given_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "review_opinion_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_review_opinion" ON "review_opinion" ("review_id", "item_code", "department_code")`,
    );
    await runner.query(
      `CREATE TABLE "ledger_entry" ("id" uuid NOT NULL, "version" integer NOT NULL, "seq" BIGSERIAL NOT NULL, "case_id" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "fact" text, "fact_id" uuid, "actor_name" text NOT NULL, "sentence" text NOT NULL, "corrects_id" uuid, CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_ledger_entry_fact" ON "ledger_entry" ("fact_id") WHERE fact_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "ix_ledger_entry_case_id_at_seq" ON "ledger_entry" ("case_id", "at", "seq")`);
    await runner.query(
      `CREATE TABLE "mandate" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "holder_agent_id" uuid NOT NULL, "holder_name" text NOT NULL, "item_codes" text array, "valid_from" date NOT NULL, "valid_to" date NOT NULL, "file_id" uuid, "ended_on" date, CONSTRAINT "mandate_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_mandate_case_id" ON "mandate" ("case_id")`);
    await runner.query(
      `CREATE TABLE "requirements_notice" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "review_id" uuid NOT NULL, "number" text NOT NULL, "notice_version" integer NOT NULL, "issued_on" date NOT NULL, "issued_by" text NOT NULL, "institution_name" text NOT NULL, "reason" text, "items" jsonb NOT NULL, "not_needed" jsonb NOT NULL, "text" text NOT NULL, CONSTRAINT "requirements_notice_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_requirements_notice_number" ON "requirements_notice" ("number")`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_requirements_notice_version" ON "requirements_notice" ("case_id", "notice_version")`,
    );
    await runner.query(
      `CREATE TABLE "case_progress" ("id" uuid NOT NULL, "version" integer NOT NULL, "current_institution_id" uuid NOT NULL, "principal" jsonb, "guide" jsonb, "plan_version" integer, "plan_frozen" boolean NOT NULL, "plan" jsonb NOT NULL, "stage" text, "routing" text, "questions" text array NOT NULL, "roadmap" jsonb, "milestones" jsonb NOT NULL, CONSTRAINT "case_progress_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_case_progress_current_institution_id" ON "case_progress" ("current_institution_id")`,
    );
    await runner.query(
      `CREATE TABLE "filing" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "item_name" text NOT NULL, "works" text, "handling_body" text, "state" text NOT NULL, "since" date NOT NULL, "expected_on" date, "light" text, "notes" text array NOT NULL, "document_number" text, CONSTRAINT "filing_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_filing_case_id" ON "filing" ("case_id")`);
    await runner.query(
      `CREATE TABLE "pre_approval" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "item_code" text NOT NULL, "state" text NOT NULL, "since" date NOT NULL, "document_number" text, "missing_conditions" text array NOT NULL, CONSTRAINT "pre_approval_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_pre_approval_case_id" ON "pre_approval" ("case_id")`);
    await runner.query(
      `CREATE TABLE "project_list" ("id" uuid NOT NULL, "version" integer NOT NULL, "year" integer NOT NULL, "level" text NOT NULL, "region_id" text NOT NULL, "list_version" integer NOT NULL, "issuing_body" text NOT NULL, "basis_document" text NOT NULL, "basis_date" date NOT NULL, "entries" jsonb NOT NULL, CONSTRAINT "project_list_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_project_list_issue" ON "project_list" ("year", "level", "region_id", "list_version")`,
    );
    await runner.query(
      `CREATE TABLE "project" ("id" uuid NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "unit_id" uuid NOT NULL, "name" text NOT NULL, "name_key" text NOT NULL, "project_code" text, "code_format" text, "region_ids" text array NOT NULL, "town_name" text, "scenario" text NOT NULL, "project_type" text NOT NULL, "industry" text NOT NULL, "grade" text NOT NULL, "total_investment" double precision NOT NULL, "floor_area" double precision NOT NULL, "land_use" text NOT NULL, "land_mode" text NOT NULL, "existing_land_document" text, "construction_months" integer NOT NULL, "facts" jsonb NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "project_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_project_number" ON "project" ("number")`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_project_code" ON "project" ("project_code") WHERE project_code IS NOT NULL`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_project_unit_name" ON "project" ("unit_id", "name_key")`);
    await runner.query(
      `CREATE TABLE "unit" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "uscc" text NOT NULL, "uscc_checked" boolean NOT NULL, "contact_name" text NOT NULL, "contact_mobile" text NOT NULL, CONSTRAINT "unit_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_unit_uscc" ON "unit" ("uscc")`);
    await runner.query(
      `CREATE TABLE "trip" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "on" date NOT NULL, "reason" text NOT NULL, "recorded_by" text NOT NULL, CONSTRAINT "trip_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_trip_case_id" ON "trip" ("case_id")`);
    await runner.query(
      `CREATE TABLE "visit" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "by" text NOT NULL, "visitor_name" text NOT NULL, "visited_at" TIMESTAMP WITH TIME ZONE NOT NULL, "place" text NOT NULL, "met_with" text NOT NULL, "result" text NOT NULL, "photo_file_id" uuid, "on_site" boolean NOT NULL, "helmet_worn" boolean NOT NULL, CONSTRAINT "visit_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_visit_case_id" ON "visit" ("case_id")`);
    for (const sequence of SEQUENCES) await runner.query(`CREATE SEQUENCE ${sequence}`);
    // Lines of the ledger are added and read, never changed (R65, R142): neither by the application nor by its owner.
    await runner.query(`CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$`);
    await runner.query(`CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
      EXECUTE FUNCTION ledger_is_append_only()`);
    const role = await runner.query("SELECT 1 FROM pg_roles WHERE rolname = 'projects_app'");
    if (role.length > 0) await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM projects_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sequence of SEQUENCES) await runner.query(`DROP SEQUENCE ${sequence}`);
    await runner.query('DROP TABLE visit');
    await runner.query('DROP TABLE trip');
    await runner.query('DROP TABLE unit');
    await runner.query('DROP TABLE project');
    await runner.query('DROP TABLE project_list');
    await runner.query('DROP TABLE pre_approval');
    await runner.query('DROP TABLE filing');
    await runner.query('DROP TABLE case_progress');
    await runner.query('DROP TABLE requirements_notice');
    await runner.query('DROP TABLE mandate');
    await runner.query('DROP TABLE ledger_entry');
    await runner.query('DROP TABLE review_opinion');
    await runner.query('DROP TABLE joint_review');
    await runner.query('DROP TABLE lent_original');
    await runner.query('DROP TABLE case_document');
    await runner.query('DROP TABLE institution');
    await runner.query('DROP TABLE catalogue_item');
    await runner.query('DROP TABLE agent');
    await runner.query('DROP TABLE service_case');
    await runner.query('DROP TABLE agreement');
    await runner.query('DROP TABLE region');
    await runner.query('DROP TABLE department');
    await runner.query('DROP TABLE calendar_day');
    await runner.query('DROP TABLE case_scope');
    await runner.query('DROP FUNCTION ledger_is_append_only');
  }
}
