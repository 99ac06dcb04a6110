import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type {
  compareRoadmaps,
  getRoadmap,
  getRoadmapVersion,
  tryRoadmapMove,
} from '#libs/contracts/approvals/roadmaps.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { compare } from './comparison.js';
import { landToStart } from './land-to-start.js';
import { planningCalendar } from './planning-calendar.js';
import { currentRoadmap, draftRoadmap, fullView, itemsOf, redrawn } from './roadmap-reads.js';
import { RoadmapVersion } from './roadmap-version.entity.js';
import { versionView } from './roadmap.view.js';

@Injectable()
export class RoadmapQueriesService {
  async get(context: QueryContext, { caseId, draft }: Input<typeof getRoadmap>) {
    await mustSee(context, caseId);
    return await fullView(context, await this.wanted(context, caseId, draft ?? false));
  }

  async versions(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const where = { caseId, number: Not(IsNull()) };
    const versions = await context.em.find(RoadmapVersion, { where, order: { number: 'DESC' } });
    const calendar = await planningCalendar(context.em);
    return { items: versions.map((version) => versionView(version, calendar)) };
  }

  async version(context: QueryContext, { caseId, number }: Input<typeof getRoadmapVersion>) {
    await mustSee(context, caseId);
    return await fullView(context, await this.numbered(context, caseId, number));
  }

  async compare(context: QueryContext, { caseId, from, to }: Input<typeof compareRoadmaps>) {
    await mustSee(context, caseId);
    const older = await this.numbered(context, caseId, from);
    const newer = await this.numbered(context, caseId, to);
    return compare(older.lines, newer.lines, await planningCalendar(context.em));
  }

  /** What a move would do, without doing it: every item whose day changes, and whether the target is missed. */
  async tryMove(context: QueryContext, { caseId, itemCode, endsOn, target, targetOn }: Input<typeof tryRoadmapMove>) {
    await mustSee(context, caseId);
    const draft = await draftRoadmap(context.em, caseId);
    const roadmap = draft ?? (await this.wanted(context, caseId, false));
    const { lines } = await redrawn(context.em, roadmap, { itemCode, endsOn });
    const { items } = compare(roadmap.lines, lines, await planningCalendar(context.em));
    const moved = items.flatMap(({ fromEndsOn, toEndsOn, workdays, ...line }) =>
      fromEndsOn && toEndsOn && workdays ? [{ ...line, from: fromEndsOn, to: toEndsOn, workdays }] : [],
    );
    const aim = lines.find((line) => line.itemCode === target);
    const planned = roadmap.lines.find((line) => line.itemCode === target)?.full.endsOn;
    const by = targetOn ?? planned;
    if (!aim || !by) throw fail('roadmap_item_unknown', { code: target });
    const { name, full } = aim;
    return { moved, target: { itemCode: target, name, by, endsOn: full.endsOn, missed: full.endsOn > by } };
  }

  /** Of the own set in force, without what is done. */
  async landToStart(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const roadmap = await this.wanted(context, caseId, false);
    const done = new Set(roadmap.lines.filter((line) => line.done).map(({ itemCode }) => itemCode));
    const table = landToStart({ items: await itemsOf(context.em, roadmap), done });
    if (!table) throw fail('land_not_ahead');
    return {
      ...table,
      lines: table.lines.map(({ item, ...line }) => ({ ...line, itemCode: item.code, name: item.nameZh })),
    };
  }

  private async wanted({ em }: QueryContext, caseId: string, draftOnly: boolean): Promise<RoadmapVersion> {
    const draft = await draftRoadmap(em, caseId);
    if (draftOnly && !draft) throw fail('roadmap_no_draft');
    const found = draftOnly ? draft : ((await currentRoadmap(em, caseId)) ?? draft);
    if (!found) throw fail('roadmap_not_found');
    return found;
  }

  private async numbered({ em }: QueryContext, caseId: string, number: number): Promise<RoadmapVersion> {
    const found = await em.findOneBy(RoadmapVersion, { caseId, number });
    if (!found) throw fail('roadmap_not_found');
    return found;
  }
}
