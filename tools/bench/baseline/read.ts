import type pg from 'pg';
import type { z } from 'zod';
import type { ApprovalEvent } from '#apps/approvals/src/filings/approval-event.entity.js';
import type { Approval } from '#apps/approvals/src/filings/approval.entity.js';
import { allowed, apply } from '#apps/approvals/src/filings/filing.machine.js';
import { daysOf, worseLight } from '#apps/approvals/src/filings/worse-light.js';
import { ApprovalDetail } from '#libs/contracts/approvals/filings.js';
import { fail } from '#libs/contracts/errors.js';
import type { Principal } from '#libs/identity/principal.js';
import { factsOf, materialsOf } from './case.js';
import type { CaseFacts } from './case.js';
import { entityOf, prepared } from './database.js';
import type { Reference } from './reference.js';
import { dayOf, viewOf } from './view.js';

const SEEN = prepared(
  'seen-approval',
  `SELECT a.*, c.number AS "caseNumber", c.project->>'name' AS "projectName", coalesce(d.name, '项目单位') AS "departmentName"
   FROM approval a JOIN case_copy c ON c.id = a.case_id LEFT JOIN department d ON d.code = a.handling_body WHERE a.id = $1
    AND EXISTS (SELECT 1 FROM case_scope s WHERE s.id = a.case_id AND $2 = ANY (s.department_codes))`,
);
const EVENTS = prepared(
  'events',
  'SELECT at, name, actor_name AS "actorName", opinion FROM approval_event WHERE approval_id = $1 ORDER BY at, id',
);

interface Names {
  caseNumber: string;
  projectName: string;
  departmentName: string;
}

/** The approval with everything its page shows. */
export async function read(
  pool: pg.Pool,
  reference: Reference,
  { id, principal }: { id: string; principal: Principal },
): Promise<z.output<typeof ApprovalDetail>> {
  const { rows } = await pool.query<object>(SEEN(id, principal.departmentCode));
  const [row] = rows;
  if (!row) throw fail('approval_not_found');
  const approval = entityOf<Approval & Names>(row);
  const [facts, events] = await Promise.all([factsOf(pool, approval), pool.query<ApprovalEvent>(EVENTS(id))]);
  return ApprovalDetail.parse({
    ...viewOf(approval, facts, reference),
    ...worseLight(approval, daysOf(reference.calendar, dayOf(new Date()))),
    stage: reference.items.get(approval.itemCode)?.stage ?? '',
    paused: null, // its cases have no spans
    spans: facts.spans,
    extensions: facts.extensions,
    deferrals: facts.deferrals,
    events: events.rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    evidenceFileId: approval.evidence?.fileId ?? null,
    materials: materialsOf(reference, approval, facts),
    actions: actionsOf(approval, principal, facts),
  });
}

/** What the reviewer of the body may do now. */
function actionsOf(approval: Approval, { kind, departmentCode }: Principal, { extensions }: CaseFacts): string[] {
  const mine = [approval.legalBody, approval.handlingBody].includes(departmentCode);
  if (!mine) return [];
  const started = apply(approval, { name: 'start_review', by: kind });
  const then = 'refused' in started ? [] : allowed(started, kind);
  const names = [...new Set([...allowed(approval, kind), ...then])].filter((name) => name !== 'start_review');
  const extendable = names.includes('grant') && approval.limits.statutory.kind === 'max' && extensions.length === 0;
  return extendable ? [...names, 'extend'] : names;
}
