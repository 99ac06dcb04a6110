import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CASE_STATES, Workbench } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { MINE, UNASSIGNED, WAITING, casesOf, litBy, worstFirst } from '../progress/case-conditions.js';
import { summaryView } from '../progress/case.view.js';
import { picturesOf } from '../progress/picture.js';
import { remindersOf } from './reminders.js';

type Bench = z.input<typeof Workbench>;
type Counters = Bench['counters'];
type State = (typeof CASE_STATES)[number];

const MOST_CASES = 20;

const inState = (...states: State[]): string => `found.state IN (${states.map((state) => `'${state}'`).join(', ')})`;
const RUNNING = inState('applied', 'active', 'closing');
const running = (condition: string): string => `${RUNNING} AND ${condition}`;

const COUNTERS: Record<keyof Counters, string> = {
  drafts: inState('draft'),
  applied: inState('applied'),
  closing: inState('closing'),
  unassigned: running(UNASSIGNED),
  mine: running(MINE),
  red: running(litBy('red')),
  orange: running(litBy('orange')),
  yellow: running(litBy('yellow')),
  openConsultations: running(WAITING.answer),
  corrections: running(WAITING.correction),
  callBacksDue: running(WAITING.call_back),
};

@Injectable()
export class WorkbenchService {
  async get(context: QueryContext): Promise<Bench> {
    const [counters, reminders, cases] = await Promise.all([
      this.counters(context),
      remindersOf(context),
      this.cases(context),
    ]);
    return { counters, reminders, cases };
  }

  private async counters(context: QueryContext): Promise<Counters> {
    const counts = Object.entries(COUNTERS).map(([name, is]) => `count(*) FILTER (WHERE ${is}) AS "${name}"`);
    const row = await casesOf(context).select(counts).getRawOne<Record<keyof Counters, string>>();
    const names = Object.keys(COUNTERS) as (keyof Counters)[];
    return Object.fromEntries(names.map((name) => [name, Number(row?.[name])])) as Counters;
  }

  /** A unit's begin with what it has to confirm. */
  private async cases(context: QueryContext): Promise<Bench['cases']> {
    const mine = casesOf(context)
      .andWhere(context.principal.kind === 'unit' ? inState('draft', 'applied', 'active', 'closing') : RUNNING)
      .andWhere(MINE);
    const cases = await worstFirst(mine).limit(MOST_CASES).getMany();
    return (await picturesOf(context.em, cases)).map(summaryView);
  }
}
