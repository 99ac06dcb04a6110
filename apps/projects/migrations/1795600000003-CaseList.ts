import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and search need: the team of a case, and indexes on parts of words. */
export class CaseList1795600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "case_progress" ADD "team" jsonb NOT NULL DEFAULT '[]'`);
    // Members from before are known again with their next assignment.
    await runner.query(`UPDATE case_progress SET team =
      (CASE WHEN principal IS NULL THEN '[]' ELSE jsonb_build_array(principal || '{"role": "principal"}') END) ||
      (CASE WHEN guide IS NULL THEN '[]' ELSE jsonb_build_array(guide || '{"role": "guide"}') END)`);
    await runner.query('ALTER TABLE "case_progress" ALTER "team" DROP DEFAULT');
    await runner.query(`CREATE INDEX "ix_service_case_project_id" ON "service_case" ("project_id")`);
    await runner.query(`CREATE FUNCTION bigrams(words text) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ARRAY(SELECT substr(lower(words), at, 2) FROM generate_series(1, length(words) - 1) AS at)`);
    await runner.query(`CREATE INDEX "ix_project_words" ON "project"
      USING gin (bigrams(name || ' ' || number || ' ' || coalesce(project_code, '')))`);
    await runner.query(`CREATE INDEX "ix_unit_words" ON "unit" USING gin (bigrams(name))`);
    await runner.query(`CREATE INDEX "ix_case_progress_items" ON "case_progress"
      USING gin (jsonb_path_query_array(plan, '$[*].itemCode'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX ix_case_progress_items, ix_unit_words, ix_project_words, ix_service_case_project_id',
    );
    await runner.query('DROP FUNCTION bigrams');
    await runner.query('ALTER TABLE "case_progress" DROP COLUMN "team"');
  }
}
