import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { remindersBefore } from '#libs/calendar/clock.js';
import { addDays } from '#libs/calendar/plain-day.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import { approvalEvents, preApprovalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { factOf, fallDownstream, move } from '../pre-approvals/effects.js';
import { PreApproval } from '../pre-approvals/pre-approval.entity.js';
import type { DueWork } from '../time/due-work.js';
import { runningDeadlines } from './deadlines.js';
import type { RunningDeadline } from './deadlines.js';
import { FiredWarning } from './fired-warning.entity.js';
import { WARNING_LEADS } from './warning-leads.js';

/** Something that has come due, at its moment. */
interface Due {
  at: Date;
  fire: () => Promise<void>;
}

interface Step {
  light: FiredWarning['light'];
  day: string;
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** Warnings of every clock and the lapse of pre-approvals, each on the day it came due and once (R58, R72, R104, R135). */
@Injectable()
export class ClockWarnings implements DueWork {
  async fire(context: WorkContext): Promise<number> {
    const calendar = await calendarOf(context.em);
    const due = [...(await this.warnings(context, calendar)), ...(await this.lapses(context))];
    for (const { at, fire } of due.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      await context.asOf(at, fire);
    }
    return due.length;
  }

  private async warnings(context: WorkContext, calendar: WorkCalendar): Promise<Due[]> {
    const leads = Object.values(WARNING_LEADS);
    const horizon = addDays(calendar.addWorkdays(context.today, maxOf(leads, 'workday')), maxOf(leads, 'day'));
    const deadlines = await runningDeadlines(context.em, horizon);
    const fired = await context.em.findBy(FiredWarning, { subjectId: In(deadlines.map(({ subjectId }) => subjectId)) });
    const keys = new Set(fired.map((one) => keyOf(one, one.light)));
    return deadlines.flatMap((deadline) =>
      stepsOf(deadline, calendar)
        .filter(({ light, day }) => day <= context.today && !keys.has(keyOf(deadline, light)))
        .map(({ light, day }) => ({
          at: later(startOf(day), deadline.since),
          fire: () => this.warn(context, deadline, light, calendar),
        })),
    );
  }

  private warn(
    context: WorkContext,
    deadline: RunningDeadline,
    light: Step['light'],
    calendar: WorkCalendar,
  ): Promise<void> {
    const { subjectId, clock, dueOn, filing } = deadline;
    context.add(FiredWarning, { subjectId, clock, light, dueOn, firedAt: context.now });
    const workdaysLeft = calendar.workdaysBetween(context.today, dueOn);
    context.publish(approvalEvents, 'deadlineNear', { ...filing, clock, dueOn, workdaysLeft, light });
    return Promise.resolve();
  }

  private async lapses(context: WorkContext): Promise<Due[]> {
    const over = await context.lockAll(PreApproval, {
      state: In(['issued', 'on_hold']),
      validTo: LessThan(context.today),
    });
    return over.map((row) => ({
      at: startOf(addDays(row.validTo ?? context.today, 1)),
      fire: async () => {
        move(row, { name: 'lapse', by: 'platform' });
        row.reason = '有效期届满,缺失条件仍未达到';
        context.publish(preApprovalEvents, 'ended', { ...factOf(row), how: 'lapsed', reason: row.reason });
        await fallDownstream(context, row, 'lapsed');
      },
    }));
  }
}

const maxOf = (leads: readonly { amount: number; unit: string }[], unit: string): number =>
  Math.max(0, ...leads.filter((lead) => lead.unit === unit).map(({ amount }) => amount));

const keyOf = ({ subjectId, clock, dueOn }: Pick<FiredWarning, 'subjectId' | 'clock' | 'dueOn'>, light: string) =>
  [subjectId, clock, dueOn, light].join();

/** Yellow its lead before, orange on the day, red on the day after. */
function stepsOf({ clock, dueOn }: RunningDeadline, calendar: WorkCalendar): Step[] {
  const [before = dueOn] = remindersBefore(dueOn, [WARNING_LEADS[clock]], calendar);
  return [
    { light: 'yellow', day: before },
    { light: 'orange', day: dueOn },
    { light: 'red', day: addDays(dueOn, 1) },
  ];
}
