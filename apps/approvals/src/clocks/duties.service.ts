import { Injectable } from '@nestjs/common';
import { remindersBefore } from '#libs/calendar/clock.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { ClockLight } from '#libs/contracts/approvals/clock.js';
import type { listDuties } from '#libs/contracts/approvals/duties.js';
import type { FactData, Input } from '#libs/contracts/define.js';
import type { milestoneEvents } from '#libs/contracts/facts.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { neededItemsOf } from '../item-plans/current-plan.js';
import { followCompletion, fulfil } from './duties.js';
import { Duty } from './duty.entity.js';
import { LIGHT_TEXT } from './filing-clocks.js';
import { WARNING_LEADS } from './warning-leads.js';

/** 完工, by which the unit means 竣工验收合格. */
const COMPLETION = 'G02';

@Injectable()
export class DutiesService {
  async list(context: QueryContext, { caseId }: Input<typeof listDuties>) {
    await mustSee(context, caseId);
    const duties = await context.em.find(Duty, { where: { caseId }, order: { dueOn: 'ASC', id: 'ASC' } });
    const calendar = await calendarOf(context.em);
    const items = duties.map((duty) => {
      const light = lightOf(duty, context.today, calendar);
      return { ...duty, light, lightText: LIGHT_TEXT[light] };
    });
    return { items };
  }

  /** A milestone ends the duties it fulfils; 完工 begins those that count from it. */
  async follow(context: WorkContext, { caseId, code, on }: FactData<typeof milestoneEvents, 'reached'>): Promise<void> {
    await fulfil(context, caseId, code);
    if (code !== COMPLETION) return;
    const needed = new Set((await neededItemsOf(context.em, caseId)).map(({ itemCode }) => itemCode));
    const items = [...(await itemsOn(context.em, context.today)).values()].filter((item) => needed.has(item.code));
    await followCompletion(context, { caseId, on }, items);
  }
}

function lightOf({ dueOn, doneOn, kind }: Duty, today: string, calendar: WorkCalendar): ClockLight {
  if (doneOn !== null) return 'normal';
  if (today > dueOn) return 'red';
  if (today === dueOn) return 'orange';
  const [from = dueOn] = remindersBefore(dueOn, [WARNING_LEADS[kind]], calendar);
  return today >= from ? 'yellow' : 'normal';
}
