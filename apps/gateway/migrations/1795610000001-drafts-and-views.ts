import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DraftsAndViews1795610000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "draft" ("account_id" uuid NOT NULL, "key" text NOT NULL, "title" text, "value" jsonb NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL, CONSTRAINT "draft_pkey" PRIMARY KEY ("account_id", "key"))`,
    );
    await runner.query(
      `CREATE TABLE "saved_view" ("id" uuid NOT NULL, "version" integer NOT NULL, "account_id" uuid NOT NULL, "owner_name" text NOT NULL, "institution_id" uuid, "screen" text NOT NULL, "name" text NOT NULL, "search" jsonb NOT NULL, "columns" text array, "shared" boolean NOT NULL, CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_saved_view_name" ON "saved_view"  ("account_id", "screen", "name") `);
    await runner.query(`CREATE INDEX "ix_saved_view_institution_id" ON "saved_view"  ("institution_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "saved_view"`);
    await runner.query(`DROP TABLE "draft"`);
  }
}
