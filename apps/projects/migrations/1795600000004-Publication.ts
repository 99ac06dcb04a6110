import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Publication1795600000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "service_case" ADD "public_token" text`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_service_case_public_token" ON "service_case" ("public_token") WHERE public_token IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "service_case" DROP COLUMN "public_token"');
  }
}
