import type { z } from 'zod';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { compareRoadmaps } from '#libs/contracts/approvals/roadmaps.js';
import type { RoadmapLine } from './drawing.js';

type Comparison = z.input<(typeof compareRoadmaps)['output']>;

/** Two versions line by line, in the order of the newer; what it lacks comes last. */
export function compare(from: readonly RoadmapLine[], to: readonly RoadmapLine[], calendar: WorkCalendar): Comparison {
  const before = new Map(from.map((line) => [line.itemCode, line]));
  const after = new Map(to.map((line) => [line.itemCode, line]));
  const lines = [...to, ...from.filter(({ itemCode }) => !after.has(itemCode))];
  return {
    items: lines.map(({ itemCode, name }) => {
      const [old, next] = [before.get(itemCode)?.full, after.get(itemCode)?.full];
      return {
        itemCode,
        name,
        change: !old ? 'added' : !next ? 'removed' : isSame(old, next) ? 'same' : 'moved',
        fromStartsOn: old?.startsOn ?? null,
        fromEndsOn: old?.endsOn ?? null,
        toStartsOn: next?.startsOn ?? null,
        toEndsOn: next?.endsOn ?? null,
        fromCritical: old?.critical ?? null,
        toCritical: next?.critical ?? null,
        workdays: old && next ? calendar.workdaysBetween(old.endsOn, next.endsOn) : null,
      };
    }),
  };
}

const isSame = (old: RoadmapLine['full'], next: RoadmapLine['full']): boolean =>
  old.startsOn === next.startsOn && old.endsOn === next.endsOn;
