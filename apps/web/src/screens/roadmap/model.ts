import type {
  compareRoadmaps,
  getLandToStart,
  getRoadmap,
  tryRoadmapMove,
} from '#libs/contracts/approvals/roadmaps.js';
import type { getWorkCalendar } from '#libs/contracts/approvals/work-calendar.js';
import type { Output } from '#libs/contracts/define.js';

export type Roadmap = Output<typeof getRoadmap>;
export type Entry = Roadmap['nodes'][number];
export type Calendar = Output<typeof getWorkCalendar>;
export type Trial = Output<typeof tryRoadmapMove>;
export type LandToStart = Output<typeof getLandToStart>;
export type Difference = Output<typeof compareRoadmaps>['items'][number];

/** 里程碑 are flags on the picture: 开工, 完工, 投产, 预售形象进度. */
export const isMilestone = ({ itemCode }: Pick<Entry, 'itemCode'>): boolean => itemCode.startsWith('G');

/** How an item stands today, in one word. */
export type Standing = 'done' | 'paused' | 'running' | 'late' | 'waiting';

export function standingOf({ forecast, suspensions }: Entry): Standing {
  if (forecast.actualOn !== null) return 'done';
  if (suspensions.some(({ to }) => to === null)) return 'paused';
  if (forecast.workdaysLate > 0) return 'late';
  return forecast.actualFrom === null ? 'waiting' : 'running';
}

/** Every day of a roadmap that its picture must reach. */
export function daysOf({ startOn, endOn, nodes }: Roadmap): string[] {
  const spans = nodes.flatMap(({ full, original, forecast, suspensions }) => [
    full.startsOn,
    full.endsOn,
    original?.startsOn,
    original?.endsOn,
    forecast.actualFrom,
    forecast.actualOn,
    forecast.forecastOn,
    ...suspensions.flatMap(({ from, to }) => [from, to]),
  ]);
  return [startOn, endOn, ...spans].filter((on): on is string => typeof on === 'string');
}

/** Whose move counts most: of what waits for somebody, the item with the least slack. */
export function nextBlocker<B extends { itemCode: string; waitingFor: string }>(
  blockers: readonly B[],
  entries: readonly Entry[],
): B | null {
  const slackOf = ({ itemCode }: B): number =>
    entries.find((entry) => entry.itemCode === itemCode)?.full.slack ?? Infinity;
  const acting = blockers.filter(({ waitingFor }) => waitingFor !== 'prerequisite');
  return acting.toSorted((a, b) => slackOf(a) - slackOf(b))[0] ?? null;
}
