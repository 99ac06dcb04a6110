import { Injectable } from '@nestjs/common';
import type { beginSpecialProcedure, endSpecialProcedure, extendApproval } from '#libs/contracts/approvals/reviews.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { itemsOn } from '../catalogue/catalogue.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow } from './approval.view.js';
import { ApprovalExtension } from './extension.entity.js';
import { closeSpan, move, note, reclock, startReview, timesOf } from './moves.js';
import { lockApproval, mustBeAuthority } from './parties.js';
import { ApprovalSpan } from './span.entity.js';
import { STATE_ZH } from './words.js';

/** 行政许可法42; the catalogue names items whose own law allows more, as 延长=40工作日. */
const EXTENSION_DAYS = 10;

/** Longest extension of an item, in the unit of its limit. */
function longestExtension({ deadlineVariants }: ItemRow): number {
  const named = deadlineVariants.map((variant) => /^延长=(\d+)/.exec(variant)?.[1]).find((days) => days !== undefined);
  return named === undefined ? EXTENSION_DAYS : Number(named);
}

/** `委托评估(国务院令673号)` is asked for as 委托评估: the brackets say where it comes from. */
const causeName = (listed: string): string => listed.replace(/\(.*\)$/, '');
const lists = (causes: readonly string[], cause: string): boolean =>
  causes.some((listed) => listed === cause || causeName(listed) === cause);

/** 特别程序 stops clocks for a listed cause; 延长 lengthens the statutory one and stops none (R75). */
@Injectable()
export class SpecialProceduresService {
  async begin(context: WorkContext, input: Input<typeof beginSpecialProcedure>) {
    const { id, cause, noticeWorkdays, approver } = input;
    const approval = await this.locked(context, id);
    const { statutoryClockStop, promiseClockStop } = await this.itemOf(context, approval);
    startReview(context, approval);
    move(context, approval, { name: 'start_special_procedure', by: context.principal.kind }, cause);
    const stopsStatutory = lists(statutoryClockStop, cause);
    if (!stopsStatutory && !lists(promiseClockStop, cause)) {
      const causes = [...statutoryClockStop, ...promiseClockStop].map(causeName);
      throw fail('cause_not_listed', { cause, causes: causes.length > 0 ? causes : '无' });
    }
    const { spans, extensions } = await timesOf(context, approval);
    const span = context.add(ApprovalSpan, {
      approvalId: id,
      kind: 'special_procedure',
      cause,
      from: context.today,
      to: null,
      approver,
      stopsStatutory,
      noticeWorkdays,
      dueOn: null,
      materials: [],
    });
    await reclock(context, approval, { spans: [...spans, span], extensions });
    context.publish(approvalEvents, 'specialProcedureBegun', { ...factOf(approval), cause, stopsStatutory });
    return await viewNow(context, approval);
  }

  async end(context: WorkContext, { id }: Input<typeof endSpecialProcedure>) {
    const approval = await this.locked(context, id);
    const before = approval.state;
    move(context, approval, { name: 'end_special_procedure', by: context.principal.kind });
    const times = await timesOf(context, approval);
    const span = closeSpan(context, approval, before, times);
    if (!span) throw new Error(`approval ${id} was in no special procedure`);
    const { cause } = span;
    await reclock(context, approval, times);
    context.publish(approvalEvents, 'specialProcedureEnded', { ...factOf(approval), cause });
    return await viewNow(context, approval);
  }

  async extend(context: WorkContext, { id, days, reason, approver }: Input<typeof extendApproval>) {
    const approval = await this.locked(context, id);
    if (!['accepted', 'in_review', 'special_procedure'].includes(approval.state)) {
      throw fail('filing_state', { state: STATE_ZH[approval.state], act: '延长办理期限' });
    }
    const { amount, kind } = approval.limits.statutory;
    if (kind !== 'max' || amount === 0) throw fail('no_statutory_limit');
    const limit = longestExtension(await this.itemOf(context, approval));
    if (days > limit) throw fail('extension_too_long', { limit });
    const { spans, extensions } = await timesOf(context, approval);
    if (extensions.length > 0) throw fail('already_extended');
    if (approval.statutoryDueOn !== null && approval.statutoryDueOn < context.today) throw fail('limit_has_passed');
    const extension = context.add(ApprovalExtension, { approvalId: id, days, reason, approver, on: context.today });
    note(context, approval, 'extend', reason);
    await reclock(context, approval, { spans, extensions: [extension] });
    return await viewNow(context, approval);
  }

  private async itemOf({ em, today }: WorkContext, { itemCode }: Approval): Promise<ItemRow> {
    const item = (await itemsOn(em, today)).get(itemCode);
    if (!item) throw new Error(`no item ${itemCode} in the catalogue`);
    return item;
  }

  private async locked(context: WorkContext, id: string): Promise<Approval> {
    const approval = await lockApproval(context, id);
    await mustBeAuthority(context, approval);
    return approval;
  }
}
