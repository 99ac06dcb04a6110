import { v5 as uuidV5 } from 'uuid';
import { setDueDays } from '#apps/approvals/src/clocks/filing-clocks.js';
import { dutiesFrom } from '#apps/approvals/src/clocks/duties.js';
import type { Approval } from '#apps/approvals/src/filings/approval.entity.js';
import { apply } from '#apps/approvals/src/filings/filing.machine.js';
import type { TransitionName } from '#apps/approvals/src/filings/filing.machine.js';
import { decisionBlockers, decisionRefusal } from '#apps/approvals/src/filings/prerequisites.js';
import type { z } from 'zod';
import { Approval as ApprovalOutput } from '#libs/contracts/approvals/filings.js';
import type { decideApproval } from '#libs/contracts/approvals/reviews.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { actorOf } from '#libs/identity/principal.js';
import { factsOf, materialsOf, ownSetOf } from './case.js';
import type { CaseFacts } from './case.js';
import type { Done, Work } from './commands.js';
import { entityOf, prepared } from './database.js';
import type { Reference } from './reference.js';
import { dayOf, viewOf } from './view.js';

type Decision = Input<typeof decideApproval>;
type Output = z.output<typeof ApprovalOutput>;
const MOVES = { granted: 'grant', granted_with_deferral: 'grant_with_deferral', refused: 'refuse' } as const;

const LOCK = prepared(
  'lock-approval',
  `SELECT a.* FROM approval a WHERE a.id = $1
    AND EXISTS (SELECT 1 FROM case_scope s WHERE s.id = a.case_id AND $2 = ANY (s.department_codes))
    FOR UPDATE OF a`,
);
/** What the item fulfils for the unit, and whether a pre-approval waits for it. */
const FULFIL = prepared(
  'fulfil',
  `WITH done AS (
     UPDATE duty SET done_on = $3, version = version + 1 WHERE case_id = $1 AND fulfilled_by = $2 AND done_on IS NULL)
   SELECT 1 FROM pre_approval p JOIN pre_approval_condition c ON c.pre_approval_id = p.id
    WHERE p.case_id = $1 AND p.state IN ('applied', 'returned', 'issued', 'on_hold') AND c.item = $2 AND c.met_on IS NULL`,
);
const SAVE = prepared(
  'save-approval',
  `UPDATE approval SET version = version + 1, state = $3, result = $4, ground = $5, claim = $6, source = $7, decided_on = $8,
     document_number = $9, reason = $10, statutory_due_on = $11, promised_due_on = $12, clocked_at = $13
   WHERE id = $1 AND version = $2`,
);
const EVENTS = prepared(
  'add-events',
  `INSERT INTO approval_event (id, version, approval_id, at, name, actor_name, opinion)
   SELECT (e->>'id')::uuid, 1, $1, $2, e->>'name', $3, e->>'opinion' FROM jsonb_array_elements($4::jsonb) AS e`,
);
const DUTIES = prepared(
  'add-duties',
  `INSERT INTO duty (id, version, case_id, approval_id, item_code, item_name, works, handling_body, kind, what, due_on, since, fulfilled_by)
   SELECT gen_random_uuid(), 1, $1, $2, $3, $4, $5, $6, d->>'kind', d->>'what', (d->>'dueOn')::date, $7, d->>'fulfilledBy'
   FROM jsonb_array_elements($8::jsonb) AS d`,
);

/** The decision of the body. */
export async function decide(work: Work, reference: Reference, decision: Decision): Promise<Done<Output>> {
  const { client, principal, now } = work;
  const { rows } = await client.query<object>(LOCK(decision.id, principal.departmentCode));
  const [row] = rows;
  if (!row) throw fail('approval_not_found');
  const before = entityOf<Approval>(row);
  if (![before.legalBody, before.handlingBody].includes(principal.departmentCode))
    throw fail('not_your_department', { department: before.handlingBody ?? '' });

  const facts = await factsOf(client, before);
  const steps: TransitionName[] =
    before.state === 'accepted' ? ['start_review', MOVES[decision.result]] : [MOVES[decision.result]];
  const after = { ...before, ...positionAfter(before, steps), source: 'platform' as const };
  mustBeWellFormed(before, decision, dayOf(now));
  if (decision.result !== 'refused') mustBeGrantable(before, decision, { facts, reference });
  const { decidedOn, documentNumber, reason } = decision;
  Object.assign(after, { decidedOn, documentNumber, reason });
  setDueDays(after, facts, { now, today: dayOf(now) }, reference.calendar);
  return await write(work, { before, after, steps }, { facts, reference });
}

interface Known {
  facts: CaseFacts;
  reference: Reference;
}

function positionAfter(before: Approval, steps: readonly TransitionName[]) {
  return steps.reduce(
    (position, name) => {
      if (name === 'record_external_decision') throw new Error('no step of a decision');
      const next = apply(position, { name, by: 'department' });
      if ('refused' in next) throw fail('filing_state', { state: before.state, act: name });
      return next;
    },
    { state: before.state, result: before.result, ground: before.ground, claim: before.claim },
  );
}

function mustBeWellFormed({ acceptedOn }: Approval, decision: Decision, today: string): void {
  const { result, decidedOn, documentNumber, reason } = decision;
  if (decidedOn > today || (acceptedOn !== null && decidedOn < acceptedOn))
    throw fail('decision_date_invalid', { acceptedOn });
  if (result !== 'refused' && documentNumber === null) throw fail('document_number_required');
  if (result === 'refused' && reason === null) throw fail('reason_required');
}

function mustBeGrantable(approval: Approval, { result, decidedOn }: Decision, { facts, reference }: Known): void {
  const item = reference.items.get(approval.itemCode);
  if (!item) throw new Error(`no item ${approval.itemCode} in the catalogue`);
  const refusal = decisionRefusal(decisionBlockers(item, approval.works, ownSetOf(facts)));
  if (refusal) throw fail(refusal);
  const open = facts.deferrals.filter(({ suppliedOn }) => suppliedOn === null);
  if (open.some(({ dueOn }) => dueOn !== null && dueOn < decidedOn)) throw fail('deferral_overdue');
  const follows = result === 'granted_with_deferral' ? open.map(({ materialCode }) => materialCode) : [];
  if (result === 'granted_with_deferral' && open.length === 0) throw fail('nothing_deferred');
  const missing = materialsOf(reference, approval, facts).filter(
    ({ code, gap }) => gap !== null && !follows.includes(code),
  );
  if (missing.length > 0) throw fail('materials_incomplete', { materials: missing.map(({ name }) => name) });
}

interface Made {
  before: Approval;
  after: Approval;
  steps: readonly TransitionName[];
}

async function write(work: Work, made: Made, { facts, reference }: Known): Promise<Done<Output>> {
  const { client, principal, messageId, now } = work;
  const { before, after, steps } = made;
  const { id, caseId, itemCode, itemName, works, handlingBody, decidedOn } = after;
  const { state, result, ground, claim, source, documentNumber, reason } = after;
  const dueDays = [after.statutoryDueOn, after.promisedDueOn, now];
  await client.query(
    SAVE(id, before.version, state, result, ground, claim, source, decidedOn, documentNumber, reason, ...dueDays),
  );
  const events = steps.map((name, n) => ({ id: uuidV5(`event:${n}`, messageId), name, opinion: null }));
  await client.query(EVENTS(id, now, principal.name, JSON.stringify(events)));
  const waiting = await client.query(FULFIL(caseId, itemCode, decidedOn));
  if (waiting.rowCount !== 0) throw new Error('the baseline knows no pre-approvals');
  const item = reference.items.get(itemCode);
  const duties = item && decidedOn !== null ? dutiesFrom(item, decidedOn, after.evidence) : [];
  if (duties.length > 0)
    await client.query(DUTIES(caseId, id, itemCode, itemName, works, handlingBody, now, JSON.stringify(duties)));

  const output = ApprovalOutput.parse(viewOf({ ...after, version: before.version + 1 }, facts, reference));
  const added = events.map((event) => ({
    entity: 'approval_event',
    entityId: event.id,
    before: null,
    after: { ...event, version: 1, approvalId: id, at: now, actorName: principal.name },
  }));
  return { output, changes: [changeOf(made), ...added], facts: [factOf(work, after)] };
}

/** The changed fields of the approval, before and after. */
function changeOf({ before, after }: Made) {
  const names = (Object.keys(after) as (keyof Approval)[]).filter((name) => after[name] !== before[name]);
  const pick = (row: Approval) => Object.fromEntries(names.map((name) => [name, row[name]]));
  return { entity: 'approval', entityId: after.id, before: pick(before), after: pick(after) };
}

function factOf({ principal, messageId, now }: Work, approval: Approval) {
  const {
    id: approvalId,
    caseId,
    itemCode,
    itemName,
    works,
    handlingBody,
    result,
    documentNumber,
    decidedOn,
  } = approval;
  const { topic } = approvalEvents;
  const data = {
    approvalId,
    caseId,
    itemCode,
    itemName,
    works,
    handlingBody,
    result,
    documentNumber,
    decidedOn,
    verified: true,
    source: approval.source,
  };
  const eventId = uuidV5(`${topic}:0`, messageId);
  const value = {
    specversion: '1.0',
    id: eventId,
    source: '/approvals',
    type: 'approval.decided',
    subject: approvalId,
    time: now.toISOString(),
    actor: actorOf(principal),
    correlationid: messageId,
    data,
  };
  return { eventId, topic, key: approvalId, value };
}
