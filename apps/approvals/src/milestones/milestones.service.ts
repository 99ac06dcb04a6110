import { Injectable } from '@nestjs/common';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { recordMilestone } from '#libs/contracts/approvals/milestones.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { milestoneEvents } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockServedCase } from '../cases/agents-of-case.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { ownSetOf } from '../filings/own-set.js';
import { openStartDuties } from '../filings/prerequisites.js';
import { neededItemsOf } from '../item-plans/current-plan.js';
import { Milestone } from './milestone.entity.js';
import { milestoneView } from './milestone.view.js';
import { milestonesReached } from './reached.js';

/** The milestone that must have been reached before. */
const BEFORE = { G01: null, G02: 'G01', G03: 'G02', G04: 'G01' } as const;
const NAMES = { G01: '开工', G02: '完工', G03: '投产/交付', G04: '预售形象进度达标' } as const;
const PERMIT = 'C04';

@Injectable()
export class MilestonesService {
  async record(context: WorkContext, { caseId, code, on, photoFileId }: Input<typeof recordMilestone>) {
    await lockServedCase(context, caseId);
    const line = (await neededItemsOf(context.em, caseId)).find(({ itemCode }) => itemCode === code);
    if (!line) throw fail('item_outside_plan', { item: NAMES[code] });
    if (on > context.today) throw fail('day_in_future');
    await this.mustFollow(context, { caseId, code, on });
    const openDuties = await this.openDuties(context, caseId, code);
    const milestone = context.add(Milestone, {
      caseId,
      code,
      name: line.name,
      on,
      photoFileId,
      recordedBy: context.principal.name,
      recordedAt: context.now,
      openDuties,
    });
    context.publish(milestoneEvents, 'reached', { caseId, code, name: line.name, on, openDuties });
    return milestoneView(milestone);
  }

  async list(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const milestones = await context.em.find(Milestone, { where: { caseId }, order: { on: 'ASC', code: 'ASC' } });
    return { items: milestones.map(milestoneView) };
  }

  private async mustFollow(context: WorkContext, { caseId, code, on }: Pick<Milestone, 'caseId' | 'code' | 'on'>) {
    const reached = await milestonesReached(context.em, caseId);
    const known = reached.get(code);
    if (known !== undefined) throw fail('milestone_reached', { name: NAMES[code], on: known });
    const before = BEFORE[code];
    if (before === null) return;
    const earlier = reached.get(before);
    if (earlier === undefined || on < earlier)
      throw fail('milestone_order', { before: NAMES[before], name: NAMES[code] });
  }

  /** R139: what should be done first is named and turns red; a pre-approved permit alone allows no start at all (R53). */
  private async openDuties({ em, today }: WorkContext, caseId: string, code: Milestone['code']): Promise<string[]> {
    const items = await itemsOn(em, today);
    const item = items.get(code);
    if (code !== 'G01' || !item) return [];
    const nameOf = (duty: string) => items.get(duty)?.nameZh ?? duty;
    const open = openStartDuties(item, await ownSetOf(em, caseId));
    if (open.some((duty) => duty.code === PERMIT && duty.standing === 'pre_approved')) {
      throw fail('construction_without_permit', { item: nameOf(PERMIT) });
    }
    return [...new Set(open.map((duty) => nameOf(duty.code)))];
  }
}
