import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Approval as ApprovalOutput } from '#libs/contracts/approvals/filings.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import type { z } from 'zod';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { filingClocks } from '../clocks/filing-clocks.js';
import type { Times } from '../clocks/filing-clocks.js';
import type { Approval } from './approval.entity.js';
import { Deferral } from './deferral.entity.js';
import { ApprovalExtension } from './extension.entity.js';
import { ApprovalSpan } from './span.entity.js';

export type ApprovalView = z.input<typeof ApprovalOutput>;

/** The part every fact of a filing carries. Throws for what has no body: there only `completed` is told. */
export function factOf({ id, caseId, itemCode, itemName, works, handlingBody }: Approval) {
  if (handlingBody === null) throw new Error(`approval ${id} has no handling body`);
  return { approvalId: id, caseId, itemCode, itemName, works, handlingBody };
}

/** What is shown beside the row itself. */
export interface Beside {
  times: Times;
  deferral: boolean;
}

export async function besideOf(em: EntityManager, ids: readonly string[]): Promise<(id: string) => Beside> {
  const approvalId = In([...ids]);
  const [spans, extensions, deferrals] = await Promise.all([
    em.find(ApprovalSpan, { where: { approvalId }, order: { from: 'ASC' } }),
    em.findBy(ApprovalExtension, { approvalId }),
    em.findBy(Deferral, { approvalId }),
  ]);
  const of = <T extends { approvalId: string }>(rows: T[], id: string) => rows.filter((row) => row.approvalId === id);
  return (id) => ({
    times: { spans: of(spans, id), extensions: of(extensions, id) },
    deferral: of(deferrals, id).length > 0,
  });
}

export async function viewsOf({ em, today }: QueryContext, approvals: readonly Approval[]): Promise<ApprovalView[]> {
  const beside = await besideOf(
    em,
    approvals.map(({ id }) => id),
  );
  const calendar = await calendarOf(em);
  return approvals.map((approval) => viewOf(approval, beside(approval.id), { today, calendar }));
}

export function viewOf(
  approval: Approval,
  { times, deferral }: Beside,
  { today, calendar }: { today: string; calendar: WorkCalendar },
): ApprovalView {
  const { claim, evidence } = approval;
  return {
    ...approval,
    ...filingClocks(approval, times, today, calendar),
    decidedOn: approval.decidedOn ?? evidence?.decidedOn ?? null,
    documentNumber: approval.documentNumber ?? evidence?.documentNumber ?? null,
    toBeVerified: claim !== null,
    result: approval.result ?? claim,
    deferral,
    submittedAt: approval.submittedAt?.toISOString() ?? null,
  };
}

/** The answer of a command: what it changed is written first, so that the view reads it. */
export async function viewNow(context: WorkContext, approval: Approval): Promise<ApprovalView> {
  await context.flush();
  const [view] = await viewsOf(context, [approval]);
  if (!view) throw new Error(`no view of approval ${approval.id}`);
  return view;
}
