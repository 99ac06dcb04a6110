import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers people read: 办件 and 预审批. */
const SEQUENCES = ['approval_number_seq', 'pre_approval_number_seq'];

export class Numbers1700000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sequence of SEQUENCES) await runner.query(`CREATE SEQUENCE ${sequence}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sequence of SEQUENCES) await runner.query(`DROP SEQUENCE ${sequence}`);
  }
}
