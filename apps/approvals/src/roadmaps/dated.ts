import { addMonths, type PlainDay } from '#libs/calendar/plain-day.js';
import { buildGraph, type DayCount, type OwnSet } from './graph.js';
import { nodeOf, place, type Planned, schedule } from './schedule.js';

/** What a roadmap needs of the working calendar; `addWorkdays` does not count `from` itself. */
export interface Workdays {
  addWorkdays(from: PlainDay, workdays: number): PlainDay;
  workdaysBetween(from: PlainDay, to: PlainDay): number;
  nextWorkday(day: PlainDay): PlainDay;
}

/** Day 0 and the project's own periods: 建设工期 in months (G01 to G02), to 预售形象进度 in working days (G01 to G04). */
export interface Timeline {
  startOn: PlainDay;
  constructionMonths: number;
  presaleWorkdays: number;
}

export interface DatedNode extends Planned {
  startsOn: PlainDay;
  endsOn: PlainDay;
  /** The day it must end by, or the whole ends later. */
  latestEndsOn: PlainDay;
}

export interface DatedSchedule {
  nodes: readonly DatedNode[];
  longest: readonly string[];
  endsOn: PlainDay;
}

/**
 * A schedule on the working calendar: day 0 is the first working day from `startOn`, day n the nth after it, so an
 * item's own days count from the day after its start (R66). Throws what `schedule` and the calendar throw.
 */
export function dated(
  set: Pick<OwnSet, 'items' | 'done' | 'ends'>,
  count: DayCount,
  { startOn, constructionMonths, presaleWorkdays }: Timeline,
  calendar: Workdays,
): DatedSchedule {
  const dayZero = calendar.nextWorkday(startOn);
  const on = (day: number) => calendar.addWorkdays(dayZero, day);
  const siteOpens = on(nodeOf(place(buildGraph(set, count)), 'G01').end);
  const constructionWorkdays = calendar.workdaysBetween(siteOpens, addMonths(siteOpens, constructionMonths));

  const { nodes, total, longest } = schedule({ ...set, constructionWorkdays, presaleWorkdays }, count);
  return {
    nodes: nodes.map((node) => ({
      ...node,
      startsOn: on(node.start),
      endsOn: on(node.end),
      latestEndsOn: on(node.end + node.slack),
    })),
    longest,
    endsOn: on(total),
  };
}
