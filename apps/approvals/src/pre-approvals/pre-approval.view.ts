import { In } from 'typeorm';
import type { z } from 'zod';
import type { PreApproval as PreApprovalOutput } from '#libs/contracts/approvals/pre-approvals.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { competenceCatalogue, itemsOn } from '../catalogue/catalogue.js';
import { isAuthority, mandatesOf } from '../filings/parties.js';
import type { IsMandated } from '../filings/parties.js';
import { PreApprovalCondition } from './condition.entity.js';
import { CONTENT_ZH, FIELDS, changedFields, contentOf, inWords } from './content.js';
import { conversionDue } from './conversion.js';
import type { Upstream } from './conversion.js';
import { PreApproval } from './pre-approval.entity.js';
import { TRANSITIONS, allowed } from './pre-approval.machine.js';
import { upstreamOf } from './upstream.js';

export type PreApprovalView = z.input<typeof PreApprovalOutput>;

export async function viewsOf(context: QueryContext, rows: readonly PreApproval[]): Promise<PreApprovalView[]> {
  const { em, today } = context;
  const conditions = await em.find(PreApprovalCondition, {
    where: { preApprovalId: In(rows.map(({ id }) => id)) },
    order: { position: 'ASC' },
  });
  const caseIds = rows.map(({ caseId }) => caseId);
  const [items, copies, isMandated, { regions: known }] = await Promise.all([
    itemsOn(em, today),
    em.findBy(CaseCopy, { id: In(caseIds) }),
    mandatesOf(context, caseIds),
    competenceCatalogue(em),
  ]);
  const regions = new Map(known.map(({ id, nameZh }) => [id, nameZh]));
  const views: PreApprovalView[] = [];
  for (const row of rows) {
    const missing = conditions.filter(({ preApprovalId }) => preApprovalId === row.id);
    const item = items.get(row.itemCode);
    const upstream = await upstreamOf(em, row, items);
    const copy = copies.find(({ id }) => id === row.caseId);
    views.push({
      ...row,
      missing: missing.map(({ item: itemCode, ...condition }) => ({ ...condition, itemCode })),
      changedContent: copy ? changedContent(row, copy) : [],
      content: copy ? contentShown(row, copy, regions) : [],
      conversionDueOn: await dueOf(context, { missing, upstream }, item),
      actions: [...actionsOf(context, row, isMandated), ...meetsOf(context, row, { missing, isMandated })],
    });
  }
  return views;
}

/** The answer of a command: what it changed is written first, so that the view reads it. */
export async function viewNow(context: WorkContext, row: PreApproval): Promise<PreApprovalView> {
  await context.flush();
  const [view] = await viewsOf(context, [row]);
  if (!view) throw new Error(`no view of pre-approval ${row.id}`);
  return view;
}

const changedContent = ({ issuedFor }: PreApproval, { project }: CaseCopy): string[] =>
  issuedFor ? changedFields(issuedFor, contentOf(project)).map((field) => CONTENT_ZH[field]) : [];

function contentShown({ issuedFor }: PreApproval, { project }: CaseCopy, regions: ReadonlyMap<string, string>) {
  const now = contentOf(project);
  return FIELDS.map((field) => ({
    field: CONTENT_ZH[field],
    issuedFor: issuedFor && inWords(field, issuedFor, regions),
    now: inWords(field, now, regions),
  }));
}

async function dueOf(
  { em }: QueryContext,
  waiting: { missing: PreApprovalCondition[]; upstream: Upstream[] },
  item: ItemRow | undefined,
): Promise<string | null> {
  const workdays = item?.conversionWorkdays ?? null;
  return workdays === null ? null : conversionDue(waiting, workdays, await calendarOf(em));
}

/** By the machine, and only of what is this reader's to do. */
function actionsOf(context: QueryContext, row: PreApproval, isMandated: IsMandated): string[] {
  const { kind, unitId } = context.principal;
  const names = allowed(row.state, kind);
  switch (kind) {
    case 'department':
    case 'system':
      return isAuthority(context, row) ? names.filter((name) => name !== 'void') : [];
    case 'unit':
      return unitId === row.applicantUnitId ? names : [];
    case 'agent': {
      const forUnit = allowed(row.state, 'unit').filter((name) => TRANSITIONS[name].by.some((by) => by === 'unit'));
      return isMandated(row) ? forUnit : [];
    }
    case 'administrator':
    case 'platform':
      return [];
  }
}

interface Open {
  missing: readonly PreApprovalCondition[];
  isMandated: IsMandated;
}

/** `meet_condition` is no transition: either party's as long as a condition of its own is open (R54). */
function meetsOf(context: QueryContext, row: PreApproval, { missing, isMandated }: Open): string[] {
  const isOpen = ['applied', 'returned', 'issued', 'on_hold'].includes(row.state);
  const isParty = isAuthority(context, row) || context.principal.unitId === row.applicantUnitId || isMandated(row);
  return isOpen && isParty && missing.some(({ item, metOn }) => item === null && metOn === null)
    ? ['meet_condition']
    : [];
}
