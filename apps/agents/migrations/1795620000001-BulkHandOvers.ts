import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BulkHandOvers1795620000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "bulk_hand_over" ("id" uuid NOT NULL, "version" integer NOT NULL, "agent_id" uuid NOT NULL, "cause" text NOT NULL, "text" text NOT NULL, "handed_on" date NOT NULL, "handed_by" text NOT NULL, "rows" jsonb NOT NULL, "undone_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "bulk_hand_over_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_bulk_hand_over_agent_id" ON "bulk_hand_over"  ("agent_id") `);
    await runner.query(
      `CREATE INDEX "ix_hand_over_from_agent_id" ON "hand_over"  ("from_agent_id") WHERE state = 'proposed'`,
    );
    await runner.query(
      `CREATE INDEX "ix_hand_over_to_agent_id" ON "hand_over"  ("to_agent_id") WHERE state = 'proposed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "agents"."ix_hand_over_to_agent_id"`);
    await runner.query(`DROP INDEX "agents"."ix_hand_over_from_agent_id"`);
    await runner.query(`DROP TABLE "agents"."bulk_hand_over"`);
  }
}
