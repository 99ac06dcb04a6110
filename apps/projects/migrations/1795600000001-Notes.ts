import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notes1795600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "note" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "text" text NOT NULL, "visibility" text NOT NULL, "reply_to_id" uuid, "by" text NOT NULL, "account_id" text NOT NULL, "author_name" text NOT NULL, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, "call_back_on" date, "called_back_on" date, "called_back_by" text, CONSTRAINT "note_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_note_case_id" ON "note" ("case_id")`);
    await runner.query(
      `CREATE INDEX "ix_note_call_back" ON "note" ("case_id", "call_back_on") WHERE call_back_on IS NOT NULL AND called_back_on IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}
