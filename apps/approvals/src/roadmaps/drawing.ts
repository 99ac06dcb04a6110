import type { z } from 'zod';
import type { RoadmapNode, RoadmapSpan } from '#libs/contracts/approvals/roadmaps.js';
import { CalendarGap } from '#libs/calendar/work-calendar.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import { fail } from '#libs/contracts/errors.js';
import type { ItemRow } from '#libs/reference/rows.js';
import type { PlanLine } from '../item-plans/lines.js';
import { dated } from './dated.js';
import type { DatedNode, DatedSchedule, Timeline } from './dated.js';
import { EvidenceMissing } from './graph.js';
import type { DayCount } from './graph.js';

export type RoadmapLine = z.infer<typeof RoadmapNode>;

/** What a roadmap is drawn from: the catalogue's rows of the own set (R8), and its days. */
export interface Draft {
  items: readonly ItemRow[];
  done: ReadonlySet<string>;
  timeline: Timeline;
  /** Days set by hand, by item code. */
  moves: Readonly<Record<string, string>>;
  calendar: WorkCalendar;
}

export interface Drawn {
  approval: DatedSchedule;
  full: DatedSchedule;
}

/** Both counts on the calendar. Refuses a set without evidence (R67), a day beyond the calendar and an order turned round. */
export function draw(draft: Draft): Drawn {
  const full = datedOf(draft, 'full');
  mustKeepOrder(full.nodes);
  return { approval: datedOf(draft, 'approval'), full };
}

/** Days set by hand count in 全口径 only: 审批口径 says what the approvals alone take. */
const datedOf = ({ items, done, moves, timeline, calendar }: Draft, count: DayCount): DatedSchedule =>
  planned(items, () => {
    const dayZero = calendar.nextWorkday(timeline.startOn);
    const ends = Object.entries(moves).map(([code, on]) => [code, calendar.workdaysBetween(dayZero, on)] as const);
    return dated({ items, done, ends: new Map(count === 'full' ? ends : []) }, count, timeline, calendar);
  });

/** Turns what the scheduler and the calendar cannot answer into what to do about it. */
export function planned<T>(items: readonly ItemRow[], plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof CalendarGap) throw fail('calendar_too_short', { to: error.coverage.to });
    if (error instanceof EvidenceMissing) throw evidenceRefusal(error, items);
    throw error;
  }
}

/** R67: what to ask for. */
function evidenceRefusal({ missing }: EvidenceMissing, items: readonly ItemRow[]) {
  const isLand = missing.some(({ evidence }) => evidence === 'land');
  const waiting = items
    .filter(({ code }) => missing.some(({ item }) => item === code))
    .map(({ nameZh }) => `“${nameZh}”`);
  const land = isLand ? [`土地依据(出让、划拨或经核验的既有用地凭证;${waiting.join('、')}需要)`] : [];
  const project = missing.some(({ evidence }) => evidence === 'project')
    ? ['立项依据(备案、核准或政府投资项目审批)']
    : [];
  return fail('roadmap_evidence_missing', { missing: [...land, ...project] });
}

/** R67: nothing ends before what it waits for. */
function mustKeepOrder(nodes: readonly DatedNode[]): void {
  const byCode = new Map(nodes.map((node) => [node.item.code, node]));
  for (const { item, end, endsOn, start, after } of nodes) {
    const partner = item.sameDayWith === null ? undefined : byCode.get(item.sameDayWith);
    const before =
      end < start && after !== null ? byCode.get(after) : partner && end < partner.end ? partner : undefined;
    if (before)
      throw fail('roadmap_order', {
        item: item.nameZh,
        on: endsOn,
        before: before.item.nameZh,
        beforeOn: before.endsOn,
      });
  }
}

/** A line before it has its days. */
export type Undated = Omit<RoadmapLine, 'approval' | 'full' | 'moved' | 'prerequisites'>;

/** Who does what of the needed lines of a plan; `principalName` sees to what is entrusted. */
export function undatedLines(
  lines: readonly PlanLine[],
  done: ReadonlySet<string>,
  { bodies, principalName }: { bodies: ReadonlyMap<string, string>; principalName: string | null },
): Undated[] {
  return lines.map((line) => ({
    itemCode: line.itemCode,
    name: line.name,
    stage: line.stage,
    kind: line.kind,
    entrusted: line.entrusted,
    mode: line.mode,
    responsible: responsibleFor(line, bodies),
    handlingBody: line.handlingBody,
    agentName: line.mode === '代办' || line.mode === '协助办理' ? principalName : null,
    done: done.has(line.itemCode),
  }));
}

/** The lines with their days, in the order of the planned ones. */
export function datedLines(lines: readonly Undated[], { approval, full }: Drawn, moves: Draft['moves']): RoadmapLine[] {
  const undated = new Map(lines.map((line) => [line.itemCode, line]));
  const approvals = new Map(approval.nodes.map((node) => [node.item.code, spanOf(node, approval.longest)]));
  return full.nodes.map((node) => {
    const { code } = node.item;
    const line = undated.get(code);
    const counted = approvals.get(code);
    if (!line || !counted) throw new Error(`${code} is drawn but not planned`);
    return {
      ...line,
      prerequisites: node.prereq.map((group) => [...group]),
      moved: Object.hasOwn(moves, code),
      approval: counted,
      full: spanOf(node, full.longest),
    };
  });
}

const spanOf = (node: DatedNode, longest: readonly string[]): z.infer<typeof RoadmapSpan> => ({
  start: node.start,
  end: node.end,
  startsOn: node.startsOn,
  endsOn: node.endsOn,
  slack: node.slack,
  critical: longest.includes(node.item.code),
});

/** The handling body by name; without one the unit itself. */
const responsibleFor = ({ handlingBody }: PlanLine, bodies: ReadonlyMap<string, string>): string =>
  (handlingBody && bodies.get(handlingBody)) ?? '项目单位';
