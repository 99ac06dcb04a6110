import { IsNull, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { planItemsOf } from '../item-plans/current-plan.js';
import { roadmapActions } from './actions.js';
import { datedLines, draw, planned } from './drawing.js';
import type { RoadmapLine } from './drawing.js';
import { forecastLines } from './forecast.js';
import { planningCalendar } from './planning-calendar.js';
import { actualDays, courseOf } from './reality.js';
import { RoadmapVersion } from './roadmap-version.entity.js';
import { roadmapView } from './roadmap.view.js';

/** The newest frozen version; null while there is none. */
export const currentRoadmap = (em: EntityManager, caseId: string): Promise<RoadmapVersion | null> =>
  em.findOne(RoadmapVersion, { where: { caseId, number: Not(IsNull()) }, order: { number: 'DESC' } });

export const draftRoadmap = (em: EntityManager, caseId: string): Promise<RoadmapVersion | null> =>
  em.findOneBy(RoadmapVersion, { caseId, number: IsNull() });

/** The rows it was drawn from, of the catalogue's edition of its day. */
export async function itemsOf(em: EntityManager, { lines, drawnOn }: RoadmapVersion): Promise<ItemRow[]> {
  const catalogue = await itemsOn(em, drawnOn);
  return lines.flatMap(({ itemCode }) => catalogue.get(itemCode) ?? []);
}

/** The roadmap with what was planned at first, forecasts, suspensions and warnings as of today. */
export async function fullView(context: QueryContext, roadmap: RoadmapVersion) {
  const { em, today } = context;
  const { caseId } = roadmap;
  const [calendar, items, actual, plan, { begun, suspensions }, first] = await Promise.all([
    planningCalendar(em),
    itemsOf(em, roadmap),
    actualDays(em, caseId),
    planItemsOf(em, caseId),
    courseOf(em, caseId),
    roadmap.number === 1 ? roadmap : em.findOneBy(RoadmapVersion, { caseId, number: 1 }),
  ]);
  const unchecked = plan.filter(({ need }) => need === 'to_be_checked').map(({ name }) => name);
  const originals = new Map(
    first?.lines.map(({ itemCode, full: { startsOn, endsOn } }) => [itemCode, { startsOn, endsOn }]),
  );
  const nodes = forecastLines(roadmap, { items, actual, begun, today, calendar }).map((line) => ({
    ...line,
    original: originals.get(line.itemCode) ?? null,
    suspensions: suspensions.get(line.itemCode) ?? [],
  }));
  return { ...roadmapView(roadmap, { calendar, unchecked, nodes }), ...(await openTo(context, roadmap)) };
}

/** What is under way beside the roadmap that is looked at, which a command may just have drawn or signed. */
async function openTo(context: QueryContext, { id, caseId, number }: RoadmapVersion) {
  const draft = await draftRoadmap(context.em, caseId);
  const draftOpen = number === null || (draft !== null && draft.id !== id);
  const frozen = number !== null || (await currentRoadmap(context.em, caseId)) !== null;
  return { draftOpen, actions: await roadmapActions(context, caseId, { frozen, draft: draftOpen }) };
}

interface Move {
  itemCode: string;
  endsOn: string;
}

interface Moved {
  moves: Record<string, string>;
  lines: RoadmapLine[];
  endOn: string;
  fullWorkdays: number;
}

/** The same own set with one day moved: dry run and change use it alike. */
export async function redrawn(em: EntityManager, roadmap: RoadmapVersion, { itemCode, endsOn }: Move): Promise<Moved> {
  const { lines, startOn } = roadmap;
  const calendar = await planningCalendar(em);
  const items = await itemsOf(em, roadmap);
  if (!lines.some((line) => line.itemCode === itemCode)) throw fail('roadmap_item_unknown', { code: itemCode });
  if (endsOn < startOn) throw fail('roadmap_before_start', { startOn });
  if (!planned(items, () => calendar.isWorkday(endsOn))) throw fail('not_a_workday', { day: endsOn });
  const done = new Set(lines.filter((line) => line.done).map((line) => line.itemCode));
  const moves = { ...roadmap.moves, [itemCode]: endsOn };
  const drawn = draw({ items, done, timeline: roadmap, moves, calendar });
  const next = datedLines(lines, drawn, moves);
  return { moves, lines: next, endOn: drawn.full.endsOn, fullWorkdays: Math.max(...next.map(({ full }) => full.end)) };
}
