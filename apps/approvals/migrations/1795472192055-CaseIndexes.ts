import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CaseIndexes1795472192055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_approval_case_id" ON "approval"  ("case_id") `);
    await runner.query(`CREATE INDEX "ix_pre_approval_case_id" ON "pre_approval"  ("case_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "approvals"."ix_pre_approval_case_id"`);
    await runner.query(`DROP INDEX "approvals"."ix_approval_case_id"`);
  }
}
