import type { EntityManager } from 'typeorm';
import type { WarnedClock } from './warning-leads.js';

/** Something with a last day that has not had its last warning yet. */
export interface RunningDeadline {
  subjectId: string;
  clock: WarnedClock;
  dueOn: string;
  /** No warning is told for a moment before this one. */
  since: Date;
  filing: {
    approvalId: string;
    caseId: string;
    itemCode: string;
    itemName: string;
    works: string | null;
    handlingBody: string;
  };
}

type Row = Omit<RunningDeadline, 'filing'> & RunningDeadline['filing'];

const FILING = `a.id AS "approvalId", a.case_id AS "caseId", a.item_code AS "itemCode", a.item_name AS "itemName",
  a.works, a.handling_body AS "handlingBody"`;

/** One SELECT for each kind of clock; the due days of a filing are null while its clock is stopped (R75). */
const SOURCES = [
  `SELECT a.id AS "subjectId", 'statutory' AS clock, a.statutory_due_on AS "dueOn", a.clocked_at AS since, ${FILING}
     FROM approval a WHERE a.state IN ('accepted', 'in_review', 'special_procedure')`,
  `SELECT a.id, 'promised', a.promised_due_on, a.clocked_at, ${FILING}
     FROM approval a WHERE a.state IN ('accepted', 'in_review', 'special_procedure')`,
  `SELECT s.id, 'correction', s.due_on, s.from::timestamp AT TIME ZONE 'Asia/Shanghai', ${FILING}
     FROM approval_span s JOIN approval a ON a.id = s.approval_id WHERE s.kind = 'correction' AND s.to IS NULL`,
  `SELECT d.id, 'deferral', d.due_on, a.accepted_on::timestamp AT TIME ZONE 'Asia/Shanghai', ${FILING}
     FROM deferral d JOIN approval a ON a.id = d.approval_id
    WHERE d.supplied_on IS NULL
      AND (a.state IN ('accepted', 'in_review', 'special_procedure') OR a.result = 'granted_with_deferral' AND a.state = 'decided')`,
  `SELECT u.id, u.kind, u.due_on, u.since, u.approval_id, u.case_id, u.item_code, u.item_name, u.works, u.handling_body
     FROM duty u WHERE u.done_on IS NULL`,
];

/** Deadlines up to a day for which not every warning has gone out. */
export async function runningDeadlines(em: EntityManager, until: string): Promise<RunningDeadline[]> {
  const rows = await em.query<Row[]>(
    `SELECT deadline.*, deadline."dueOn"::text AS "dueOn"
       FROM (${SOURCES.join(' UNION ALL ')}) AS deadline
      WHERE deadline."dueOn" <= $1
        AND NOT EXISTS (
          SELECT 1 FROM fired_warning fired
           WHERE fired.subject_id = deadline."subjectId" AND fired.clock = deadline.clock
             AND fired.due_on = deadline."dueOn" AND fired.light = 'red')`,
    [until],
  );
  return rows.map(({ subjectId, clock, dueOn, since, ...filing }) => ({ subjectId, clock, dueOn, since, filing }));
}
