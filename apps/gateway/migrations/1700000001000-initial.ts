import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "department" ("code" text NOT NULL, "name" text NOT NULL, "level" text NOT NULL, "region_id" text NOT NULL, "function" text NOT NULL, "superior_code" text, "branch_of_city" boolean NOT NULL, "fallback" text NOT NULL, "named_in_joint_pre_review" boolean NOT NULL, CONSTRAINT "department_pkey" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "account" ("id" uuid NOT NULL, "version" integer NOT NULL, "username" text NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "agent_id" uuid, "unit_id" uuid, "department_code" text, "region_id" text, "password_hash" text NOT NULL, "failures" integer NOT NULL, "locked_until" TIMESTAMP WITH TIME ZONE, "disabled_at" TIMESTAMP WITH TIME ZONE, "disabled_reason" text, CONSTRAINT "account_pkey" PRIMARY KEY ("id")); COMMENT ON COLUMN "account"."password_hash" IS 'secret'`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_account_username" ON "account"  ("username") `);
    await runner.query(
      `CREATE TABLE "member" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "institution_id" uuid NOT NULL, "institution_level" text NOT NULL, "region_id" text NOT NULL, "classes" text array NOT NULL, "active" boolean NOT NULL, CONSTRAINT "member_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "unit" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, CONSTRAINT "unit_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "stored_file" ("id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "size" integer NOT NULL, "type" text NOT NULL, "sha256" text NOT NULL, "uploaded_by" uuid NOT NULL, CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_stored_file_sha256" ON "stored_file"  ("sha256") `);
    await runner.query(
      `CREATE TABLE "session" ("id" uuid NOT NULL, "version" integer NOT NULL, "account_id" uuid NOT NULL, "refresh_hash" text, "used_hash" text, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "ip" text, CONSTRAINT "session_pkey" PRIMARY KEY ("id")); COMMENT ON COLUMN "session"."refresh_hash" IS 'secret'; COMMENT ON COLUMN "session"."used_hash" IS 'secret'`,
    );
    await runner.query(`CREATE INDEX "ix_session_account_id" ON "session"  ("account_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_session_refresh" ON "session"  ("refresh_hash") `);
    await runner.query(`CREATE INDEX "ix_session_used_hash" ON "session"  ("used_hash") `);
    await runner.query(
      `CREATE TABLE "business_clock" ("id" uuid NOT NULL, "version" integer NOT NULL, "offset_seconds" bigint NOT NULL, "target" TIMESTAMP WITH TIME ZONE, CONSTRAINT "business_clock_pkey" PRIMARY KEY ("id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "business_clock"`);
    await runner.query(`DROP INDEX "gateway"."ix_session_used_hash"`);
    await runner.query(`DROP INDEX "gateway"."uq_session_refresh"`);
    await runner.query(`DROP INDEX "gateway"."ix_session_account_id"`);
    await runner.query(`DROP TABLE "session"`);
    await runner.query(`DROP INDEX "gateway"."ix_stored_file_sha256"`);
    await runner.query(`DROP TABLE "stored_file"`);
    await runner.query(`DROP TABLE "unit"`);
    await runner.query(`DROP TABLE "member"`);
    await runner.query(`DROP INDEX "gateway"."uq_account_username"`);
    await runner.query(`DROP TABLE "account"`);
    await runner.query(`DROP TABLE "department"`);
  }
}
