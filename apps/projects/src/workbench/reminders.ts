import type { z } from 'zod';
import type { Workbench } from '#libs/contracts/projects.js';
import { dayOf } from '#libs/messaging/context.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { MINE, casesOf } from '../progress/case-conditions.js';

type Reminder = z.input<typeof Workbench>['reminders'][number];
type Kind = Reminder['kind'];

interface Row extends Omit<Reminder, 'text' | 'age'> {
  what: string;
}

const MOST = 50;

/** Everything with a day that is still open; `bodies` are the departments it waits for. */
const DUE = `(
  SELECT 'call_back' AS kind, note.case_id, note.call_back_on AS due_on, note.text AS what, note.account_id,
    NULL::text[] AS bodies
  FROM note WHERE note.call_back_on IS NOT NULL AND note.called_back_on IS NULL
  UNION ALL
  SELECT CASE filing.state WHEN 'correcting' THEN 'correction' ELSE 'item' END, filing.case_id, filing.expected_on,
    filing.item_name, NULL, ARRAY[filing.handling_body]
  FROM filing WHERE filing.state NOT IN ('decided', 'ended') AND filing.expected_on IS NOT NULL
  UNION ALL
  SELECT 'opinions', review.case_id, review.opinions_due_on, '', NULL, ARRAY(
    SELECT invited.code FROM jsonb_array_elements(review.items) item,
      jsonb_array_elements_text(item -> 'invited') invited(code)
    WHERE NOT EXISTS (SELECT 1 FROM review_opinion given WHERE given.review_id = review.id
      AND given.item_code = item ->> 'itemCode' AND given.department_code = invited.code))
  FROM joint_review review WHERE review.closed_on IS NULL
  UNION ALL
  SELECT 'mandate', mandate.case_id, mandate.valid_to, mandate.holder_name, NULL, NULL
  FROM mandate WHERE mandate.ended_on IS NULL AND NOT EXISTS (SELECT 1 FROM mandate renewed
    WHERE renewed.case_id = mandate.case_id AND renewed.holder_agent_id = mandate.holder_agent_id
    AND renewed.ended_on IS NULL AND renewed.valid_to > mandate.valid_to))`;

const TEXTS: Record<Kind, (what: string) => string> = {
  call_back: (what) => what,
  item: (what) => `“${what}”应办结`,
  correction: (what) => `“${what}”待补正材料`,
  opinions: () => '联合预审待反馈意见',
  mandate: (what) => `${what}的授权委托书到期`,
};

/** What of it concerns this reader; call-backs are for agents, also those of cases that are not theirs. */
function concerns({ kind }: QueryContext['principal']): string {
  switch (kind) {
    case 'agent':
      // The cases first: few, by their index, before all that is due anywhere is looked at.
      return `due.case_id IN (SELECT team.id FROM case_progress team WHERE team.team @> CAST(:me AS jsonb)
          UNION SELECT note.case_id FROM note WHERE note.account_id = :accountId)
        AND (${MINE} OR due.account_id = :accountId)`;
    case 'unit':
      return `due.kind IN ('item', 'correction', 'mandate')`;
    case 'department':
    case 'system':
      return `due.kind <> 'correction' AND :departmentCode = ANY (due.bodies)`;
    case 'administrator':
    case 'platform':
      return 'false';
  }
}

/** What is due within thirty days, the earliest first. */
export async function remindersOf(context: QueryContext): Promise<Reminder[]> {
  const { principal, today } = context;
  const { accountId, departmentCode } = principal;
  const inDays = (days: number): string => dayOf(new Date(context.now.getTime() + days * 86_400_000));
  const rows = await casesOf(context)
    .innerJoin(DUE, 'due', 'due.case_id = found.id')
    .select(['due.kind AS kind', 'due.what AS what', 'found.id AS "caseId"', 'found.number AS number'])
    .addSelect('project.name', 'projectName')
    .addSelect("to_char(due.due_on, 'YYYY-MM-DD')", 'dueOn')
    .andWhere("found.state IN ('applied', 'active', 'closing')")
    .andWhere(concerns(principal), { accountId, departmentCode })
    .andWhere('due.due_on <= :horizon', { horizon: inDays(30) })
    .orderBy('due.due_on')
    .addOrderBy('found.number')
    .limit(MOST)
    .getRawMany<Row>();
  const age = (day: string) => (day <= today ? 'red' : day <= inDays(7) ? 'gold' : 'blue');
  return rows.map(({ what, ...row }) => ({ ...row, text: TEXTS[row.kind](what), age: age(row.dueOn) }));
}
