import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Consultations1795600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "consultation" ("id" uuid NOT NULL, "version" integer NOT NULL, "case_id" uuid NOT NULL, "question" text NOT NULL, "asked_by" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, CONSTRAINT "consultation_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_consultation_case_id" ON "consultation" ("case_id")`);
    await runner.query(`CREATE INDEX "ix_consultation_open" ON "consultation" ("case_id") WHERE state = 'open'`);
    await runner.query(
      `CREATE TABLE "consultation_answer" ("id" uuid NOT NULL, "version" integer NOT NULL, "consultation_id" uuid NOT NULL, "by" text NOT NULL, "name" text NOT NULL, "text" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "consultation_answer_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_consultation_answer_consultation_id" ON "consultation_answer" ("consultation_id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consultation_answer');
    await runner.query('DROP TABLE consultation');
  }
}
