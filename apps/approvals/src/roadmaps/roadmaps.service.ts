import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { drawRoadmap, freezeRoadmap, moveRoadmapDate } from '#libs/contracts/approvals/roadmaps.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { roadmapEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { isGuideOf, lockServedCase } from '../cases/agents-of-case.js';
import type { CaseCopy } from '../cases/case-copy.entity.js';
import { CaseHandling } from '../cases/case-handling.entity.js';
import { bodyNames, itemsOn } from '../catalogue/catalogue.js';
import { currentPlan } from '../item-plans/current-plan.js';
import { datedLines, draw, undatedLines } from './drawing.js';
import { planningCalendar } from './planning-calendar.js';
import { doneItems } from './reality.js';
import { currentRoadmap, fullView, redrawn } from './roadmap-reads.js';
import { RoadmapVersion } from './roadmap-version.entity.js';

/** 路线图: drawn up by a guide or a helper, frozen by the guide's signature, changed afterwards only by a new version (R66, R79). */
@Injectable()
export class RoadmapsService {
  async draw(context: WorkContext, input: Input<typeof drawRoadmap>) {
    const copy = await lockServedCase(context, input.caseId);
    const frozen = await currentRoadmap(context.em, copy.id);
    if (frozen) await this.mustBeChangeable(context, copy, frozen, input.reason);
    const drawn = await this.drawn(context, copy, input);
    const draft = await context.lock(RoadmapVersion, { caseId: copy.id, number: IsNull() });
    const values = { ...drawn, drawnUpBy: context.principal.name, reason: input.reason };
    const roadmap = draft
      ? Object.assign(draft, values)
      : context.add(RoadmapVersion, { ...values, ...UNSIGNED, caseId: copy.id });
    return await fullView(context, roadmap);
  }

  async freeze(context: WorkContext, { caseId }: Input<typeof freezeRoadmap>) {
    const copy = await lockServedCase(context, caseId);
    if (!(await isGuideOf(context, copy))) throw fail('roadmap_guide_only');
    const draft = await context.lock(RoadmapVersion, { caseId, number: IsNull() });
    if (!draft) throw fail('roadmap_no_draft');
    const frozen = await currentRoadmap(context.em, caseId);
    draft.number = (frozen?.number ?? 0) + 1;
    this.sign(context, draft);
    return await fullView(context, draft);
  }

  /** A draft simply changes; what is frozen stays, and the guide's reason and act make the next version (R79). */
  async move(context: WorkContext, { caseId, itemCode, endsOn, reason }: Input<typeof moveRoadmapDate>) {
    const copy = await lockServedCase(context, caseId);
    const draft = await context.lock(RoadmapVersion, { caseId, number: IsNull() });
    const frozen = await currentRoadmap(context.em, caseId);
    const basis = draft ?? frozen;
    if (!basis) throw fail('roadmap_not_found');
    if (!draft && frozen) await this.mustBeChangeable(context, copy, frozen, reason);
    const moved = await redrawn(context.em, basis, { itemCode, endsOn });
    if (draft) return await fullView(context, Object.assign(draft, moved));

    const number = (basis.number ?? 0) + 1;
    const roadmap = context.add(RoadmapVersion, {
      ...basis,
      ...moved,
      ...UNSIGNED,
      id: context.newId(),
      number,
      reason,
      drawnUpBy: context.principal.name,
    });
    this.sign(context, roadmap);
    return await fullView(context, roadmap);
  }

  private async mustBeChangeable(
    context: WorkContext,
    copy: CaseCopy,
    { number }: RoadmapVersion,
    reason: string | null,
  ) {
    if (reason === null || !(await isGuideOf(context, copy))) throw fail('roadmap_frozen', { version: number });
  }

  private sign(context: WorkContext, roadmap: RoadmapVersion): void {
    const { agentId, name } = context.principal;
    Object.assign(roadmap, { signedByAgentId: agentId, signedBy: name, signedAt: context.now });
    const { caseId, number, startOn, endOn, reason } = roadmap;
    const version = number ?? 1;
    context.publish(roadmapEvents, 'frozen', {
      caseId,
      roadmapId: roadmap.id,
      version,
      startOn,
      endOn,
      reason,
      guideName: name,
    });
  }

  /** From the plan as it is now: needed items, and what of them is done. */
  private async drawn({ em, today }: WorkContext, copy: CaseCopy, input: Input<typeof drawRoadmap>) {
    const { startOn, presaleWorkdays, constructionMonths = copy.project.constructionMonths } = input;
    const { plan, latest } = await currentPlan(em, copy.id);
    const needed = latest.lines.filter(({ need }) => need === 'needed');
    const done = await doneItems(em, copy.id);
    const handling = await em.findOneBy(CaseHandling, { id: copy.id });
    const bodies = await bodyNames(
      em,
      needed.flatMap(({ handlingBody }) => handlingBody ?? []),
    );
    const undated = undatedLines(needed, done, { bodies, principalName: handling?.principalName ?? null });

    const catalogue = await itemsOn(em, today);
    const items = needed.flatMap(({ itemCode }) => catalogue.get(itemCode) ?? []);
    const timeline = { startOn, constructionMonths, presaleWorkdays };
    const drawn = draw({ items, done, timeline, moves: {}, calendar: await planningCalendar(em) });
    return {
      ...timeline,
      moves: {},
      lines: datedLines(undated, drawn, {}),
      endOn: drawn.full.endsOn,
      approvalWorkdays: lastDay(drawn.approval),
      fullWorkdays: lastDay(drawn.full),
      planVersion: plan.revision,
      drawnOn: today,
    };
  }
}

const UNSIGNED = { number: null, signedByAgentId: null, signedBy: null, signedAt: null };

const lastDay = ({ nodes }: { nodes: readonly { end: number }[] }): number =>
  Math.max(0, ...nodes.map(({ end }) => end));
