import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and search need: the team of a case, and indexes on parts of words. */
export class CaseList1795600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "case_progress" ADD "team" jsonb NOT NULL DEFAULT '[]'`);
    // Members from before are known again with their next assignment.
    await runner.query(`UPDATE case_progress SET team =
      (CASE WHEN principal IS NULL THEN '[]' ELSE jsonb_build_array(principal || '{"role": "principal"}') END) ||
      (CASE WHEN guide IS NULL THEN '[]' ELSE jsonb_build_array(guide || '{"role": "guide"}') END)`);
    await runner.query('ALTER TABLE "case_progress" ALTER "team" DROP DEFAULT, ADD "light" text, ADD "due_on" date');
    await runner.query(`UPDATE case_progress SET light = open.light, due_on = open.due_on FROM (
        SELECT case_id, (ARRAY['yellow', 'orange', 'red'])[max(array_position(ARRAY['yellow', 'orange', 'red'], light))]
          AS light, min(expected_on) AS due_on
        FROM filing WHERE state NOT IN ('decided', 'ended') GROUP BY case_id) open
      WHERE open.case_id = case_progress.id`);
    await runner.query('CREATE INDEX "ix_case_progress_team" ON "case_progress" USING gin (team jsonb_path_ops)');
    await runner.query(`CREATE INDEX "ix_filing_correcting" ON "filing" ("case_id") WHERE state = 'correcting'`);
    await runner.query(`CREATE INDEX "ix_service_case_project_id" ON "service_case" ("project_id")`);
    await runner.query(`CREATE FUNCTION bigrams(words text) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ARRAY(SELECT substr(lower(words), at, 2) FROM generate_series(1, length(words) - 1) AS at)`);
    await runner.query(`CREATE INDEX "ix_project_words" ON "project"
      USING gin (bigrams(name || ' ' || number || ' ' || coalesce(project_code, '')))`);
    await runner.query(`CREATE INDEX "ix_unit_words" ON "unit" USING gin (bigrams(name))`);
    await runner.query(`CREATE FUNCTION item_codes(plan jsonb) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ARRAY(SELECT item ->> 'itemCode' FROM jsonb_array_elements(plan) AS item)`);
    await runner.query(`CREATE INDEX "ix_case_progress_items" ON "case_progress" USING gin (item_codes(plan))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX ix_case_progress_items, ix_unit_words, ix_project_words, ix_service_case_project_id',
    );
    await runner.query('DROP FUNCTION bigrams, item_codes');
    await runner.query('DROP INDEX ix_filing_correcting');
    await runner.query('ALTER TABLE "case_progress" DROP "team", DROP "light", DROP "due_on"');
  }
}
