import { Injectable } from '@nestjs/common';
import type {
  cancelApproval,
  supplyCorrection,
  supplyDeferred,
  withdrawApproval,
} from '#libs/contracts/approvals/filings.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { supply } from '../materials/supplies.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow } from './approval.view.js';
import { Deferral } from './deferral.entity.js';
import { closeSpan, move, note, timesOf } from './moves.js';
import { lockApproval, mustBeApplicant } from './parties.js';

/** What the unit, or the holder of its mandate, does with a filing under way. */
@Injectable()
export class ApplicantsService {
  async cancel(context: WorkContext, { id, reason }: Input<typeof cancelApproval>) {
    return await this.giveUp(context, { id, reason, name: 'cancel', fact: 'cancelled' });
  }

  async withdraw(context: WorkContext, { id, reason }: Input<typeof withdrawApproval>) {
    return await this.giveUp(context, { id, reason, name: 'withdraw', fact: 'withdrawn' });
  }

  async supplyCorrection(context: WorkContext, { id, materials }: Input<typeof supplyCorrection>) {
    const approval = await this.locked(context, id);
    const before = approval.state;
    move(context, approval, { name: 'end_correction', by: context.principal.kind });
    const times = await timesOf(context, approval);
    const open = times.spans.find(({ kind, to }) => kind === 'correction' && to === null);
    const given = materials.map(({ materialCode }) => materialCode);
    const unasked = given.filter((code) => !open?.materials.includes(code));
    if (unasked.length > 0) throw fail('material_unknown', { materials: unasked });
    const missing = open?.materials.filter((code) => !given.includes(code)) ?? [];
    if (missing.length > 0) throw fail('correction_incomplete', { materials: missing });
    closeSpan(context, approval, before, times);
    supply(context, approval, materials);
    context.publish(approvalEvents, 'correctionSupplied', factOf(approval));
    return await viewNow(context, approval);
  }

  async supplyDeferred(context: WorkContext, { id, materials }: Input<typeof supplyDeferred>) {
    const approval = await this.locked(context, id);
    const open = (await context.lockAll(Deferral, { approvalId: id })).filter(({ suppliedOn }) => suppliedOn === null);
    for (const { materialCode } of materials) {
      const deferral = open.find((one) => one.materialCode === materialCode);
      if (!deferral) throw fail('deferral_not_open', { material: materialCode });
      deferral.suppliedOn = context.today;
    }
    supply(context, approval, materials);
    note(context, approval, 'supply_deferred', open.map(({ materialName }) => materialName).join('、'));
    return await viewNow(context, approval);
  }

  private async giveUp(
    context: WorkContext,
    {
      id,
      reason,
      name,
      fact,
    }: { id: string; reason: string } & (
      { name: 'cancel'; fact: 'cancelled' } | { name: 'withdraw'; fact: 'withdrawn' }
    ),
  ) {
    const approval = await this.locked(context, id);
    move(context, approval, { name, by: context.principal.kind }, reason);
    approval.reason = reason;
    approval.statutoryDueOn = approval.promisedDueOn = null;
    context.publish(approvalEvents, fact, { ...factOf(approval), reason });
    return await viewNow(context, approval);
  }

  private async locked(context: WorkContext, id: string): Promise<Approval> {
    const approval = await lockApproval(context, id);
    await mustBeApplicant(context, approval);
    return approval;
  }
}
