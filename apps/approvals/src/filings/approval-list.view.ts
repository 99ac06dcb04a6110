import type { z } from 'zod';
import type { Pause } from '#libs/contracts/approvals/clock.js';
import type { ApprovalInList } from '#libs/contracts/approvals/filings.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { caseNames } from '../cases/case-names.js';
import { bodyNames, itemsOn } from '../catalogue/catalogue.js';
import { actionsOf } from './actions.js';
import type { Approval } from './approval.entity.js';
import { besideOf, viewOf } from './approval.view.js';
import { mandatesOf } from './parties.js';
import type { ApprovalSpan } from './span.entity.js';
import { daysOf, worseLight } from './worse-light.js';

type InList = z.input<typeof ApprovalInList>;

/** Filings with everything that is said of them in a queue; as many statements for a page as for one. */
export async function listViews(context: QueryContext, approvals: readonly Approval[]): Promise<InList[]> {
  const { em, today } = context;
  const caseIds = approvals.map(({ caseId }) => caseId);
  const [beside, calendar, names, bodies, items, isMandated] = await Promise.all([
    besideOf(
      em,
      approvals.map(({ id }) => id),
    ),
    calendarOf(em),
    caseNames(em, caseIds),
    bodyNames(
      em,
      approvals.flatMap(({ handlingBody }) => handlingBody ?? []),
    ),
    itemsOn(em, today),
    mandatesOf(context, caseIds),
  ]);
  const days = daysOf(calendar, today);
  return approvals.map((approval) => {
    const besides = beside(approval.id);
    const { times } = besides;
    return {
      ...viewOf(approval, besides, { today, calendar }),
      ...names(approval.caseId),
      ...worseLight(approval, days),
      stage: items.get(approval.itemCode)?.stage ?? '',
      departmentName: bodies.get(approval.handlingBody ?? '') ?? '项目单位',
      paused: pauseOf(times.spans),
      spans: [...times.spans],
      actions: actionsOf(context, approval, times, isMandated),
    };
  });
}

/** The stretch that lasts. */
function pauseOf(spans: readonly ApprovalSpan[]): Pause | null {
  const open = spans.find(({ to }) => to === null);
  if (!open) return null;
  return { text: `已暂停:${open.kind === 'correction' ? '补正' : open.cause}`, since: open.from, dueOn: open.dueOn };
}
