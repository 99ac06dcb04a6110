import type { z } from 'zod';
import type { RoadmapForecast } from '#libs/contracts/approvals/roadmaps.js';
import type { PlainDay, WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { dated } from './dated.js';
import type { DatedNode } from './dated.js';
import { planned } from './drawing.js';
import type { RoadmapLine } from './drawing.js';
import { nodeOf } from './schedule.js';
import type { RoadmapVersion } from './roadmap-version.entity.js';

/** What has come true, and today. */
export interface Reality {
  items: readonly ItemRow[];
  /** Days of decisions and of milestones reached, by item code. */
  actual: ReadonlyMap<string, PlainDay>;
  /** Days on which items were first applied for. */
  begun: ReadonlyMap<string, PlainDay>;
  today: PlainDay;
  calendar: WorkCalendar;
}

export type ForecastLine = RoadmapLine & { forecast: z.infer<typeof RoadmapForecast> };

/** When each item will end as things stand: what is decided stands, what is open ends today at the earliest, the rest follows. */
export function forecastLines(roadmap: RoadmapVersion, reality: Reality): ForecastLine[] {
  const { actual, begun, today, calendar } = reality;
  const expected = planned(reality.items, () => expectedNodes(roadmap, reality));
  return roadmap.lines.map((line) => {
    const node = nodeOf(expected, line.itemCode);
    const actualFrom = begun.get(line.itemCode) ?? null;
    const actualOn = actual.get(line.itemCode) ?? null;
    const forecastOn = actualOn ?? node.endsOn;
    const forecastFrom = actualFrom ?? earlier(later(node.startsOn, today), forecastOn);
    const workdaysLate = calendar.workdaysBetween(line.full.endsOn, forecastOn);
    return { ...line, forecast: { actualFrom, actualOn, forecastFrom, forecastOn, workdaysLate } };
  });
}

const earlier = (one: PlainDay, other: PlainDay): PlainDay => (one < other ? one : other);
const later = (one: PlainDay, other: PlainDay): PlainDay => (one < other ? other : one);

function expectedNodes(roadmap: RoadmapVersion, { items, actual, today, calendar }: Reality): Map<string, DatedNode> {
  const dayZero = calendar.nextWorkday(roadmap.startOn);
  const dayNumber = (on: PlainDay) => calendar.workdaysBetween(dayZero, on);
  const now = dayNumber(today);
  const ends = new Map(
    [...Object.entries(roadmap.moves), ...actual].map(([code, on]) => [code, dayNumber(on)] as const),
  );
  const done = new Set(roadmap.lines.filter((line) => line.done).map(({ itemCode }) => itemCode));
  for (;;) {
    const { nodes } = dated({ items, done, ends }, 'full', roadmap, calendar);
    const tooEarly = nodes.filter(({ item, start, end }) => !actual.has(item.code) && end < Math.max(start, now));
    if (tooEarly.length === 0) return new Map(nodes.map((node) => [node.item.code, node]));
    for (const { item, start } of tooEarly) ends.set(item.code, Math.max(start, now));
  }
}
