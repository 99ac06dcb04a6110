import { IsNull } from 'typeorm';
import { dueOn } from '#libs/calendar/clock.js';
import { addMonths } from '#libs/calendar/plain-day.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import type { Approval } from '../filings/approval.entity.js';
import { documentName } from '../filings/prerequisites.js';
import { Duty } from './duty.entity.js';
import { limitsOf } from './filing-clocks.js';

// Deadlines that are the unit's own, and how long results are valid (R135).

interface Due {
  kind: Duty['kind'];
  what: string;
  dueOn: string;
  fulfilledBy: string | null;
}

/** What follows from a result for the unit, by the words of the catalogue: 3年, 领证之日起3个月内开工, 合同约定的…. */
export function dutiesFrom(
  item: Pick<ItemRow, 'validity' | 'outputDoc'>,
  decidedOn: string,
  evidence: Approval['evidence'],
): Due[] {
  const years = /^(\d+)年$/.exec(item.validity)?.[1];
  if (years !== undefined) {
    const what = `${documentName(item)}有效期${years}年`;
    return [{ kind: 'validity', what, dueOn: addMonths(decidedOn, 12 * Number(years)), fulfilledBy: null }];
  }
  const [start, months] = /^领证之日起(\d+)个月内开工/.exec(item.validity) ?? [];
  if (start !== undefined) {
    return [{ kind: 'unit_duty', what: start, dueOn: addMonths(decidedOn, Number(months)), fulfilledBy: 'G01' }];
  }
  const contract = (what: string, day: string | undefined, fulfilledBy: string): Due[] =>
    day === undefined ? [] : [{ kind: 'unit_duty', what, dueOn: day, fulfilledBy }];
  return [
    ...contract('按出让合同约定开工', evidence?.startBy, 'G01'),
    ...contract('按出让合同约定竣工', evidence?.finishBy, 'G02'),
  ];
}

/** Keeps what the unit must now do or watch, and ends what this item fulfils. */
export async function followResult(context: WorkContext, approval: Approval, item: ItemRow): Promise<void> {
  const { id: approvalId, caseId, itemCode, itemName, works, decidedOn, evidence } = approval;
  await fulfil(context, caseId, itemCode);
  const handlingBody = approval.handlingBody ?? item.lineDept;
  if (decidedOn === null || handlingBody === null) return;
  for (const due of dutiesFrom(item, decidedOn, evidence)) {
    context.add(Duty, {
      ...due,
      caseId,
      approvalId,
      itemCode,
      itemName,
      works,
      handlingBody,
      since: context.now,
      doneOn: null,
    });
  }
}

/** 竣工验收合格 (G02) starts the unit's own deadlines of the items that follow it: 竣工备案15日, 环保自主验收3个月. */
export async function followCompletion(
  context: WorkContext,
  { caseId, on }: { caseId: string; on: string },
  items: readonly ItemRow[],
): Promise<void> {
  const calendar = await calendarOf(context.em);
  for (const item of items) {
    const { amount, unit, kind } = limitsOf(item).statutory;
    const handlingBody = item.decider ?? item.lineDept;
    if (kind !== 'unit_duty' || handlingBody === null || item.prereq.flat().includes('G01')) continue;
    const { due } = dueOn({ startedOn: on, startedBy: 'event', amount, unit, stops: [], calendar });
    if (due === null) throw new Error(`the duty of ${item.code} has no stops`);
    const id = context.newId();
    context.add(Duty, {
      id,
      caseId,
      approvalId: id,
      itemCode: item.code,
      itemName: item.nameZh,
      works: null,
      handlingBody,
      kind: 'unit_duty',
      what: `竣工验收合格后${amount}${item.statutoryUnit === '月' ? '个月' : item.statutoryUnit}内办理`,
      dueOn: due,
      since: context.now,
      fulfilledBy: item.code,
      doneOn: null,
    });
  }
}

/** A milestone was reached or an item done: what the unit owed is fulfilled. */
export async function fulfil(context: WorkContext, caseId: string, fulfilledBy: string): Promise<void> {
  for (const duty of await context.lockAll(Duty, { caseId, fulfilledBy, doneOn: IsNull() }))
    duty.doneOn = context.today;
}
