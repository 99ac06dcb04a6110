import { Injectable } from '@nestjs/common';
import type { acceptApproval, refuseAcceptance, requestCorrection } from '#libs/contracts/approvals/reviews.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { caseChecklist, caseSuppliesOf, namesOf } from '../materials/case-materials.js';
import { deferralDue } from '../materials/checklist.js';
import type { ChecklistEntry } from '../materials/checklist.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow } from './approval.view.js';
import { Deferral } from './deferral.entity.js';
import { move, reclock, timesOf } from './moves.js';
import { ownSetOf } from './own-set.js';
import { lockApproval, mustBeAuthority } from './parties.js';
import { ApprovalSpan } from './span.entity.js';

/** The materials of a filing as they stand now. */
export async function entriesOf(
  { em, today }: WorkContext,
  { caseId, itemCode: item, works }: Approval,
): Promise<ChecklistEntry[]> {
  const [items, ownSet, supplies] = await Promise.all([
    itemsOn(em, today),
    ownSetOf(em, caseId),
    caseSuppliesOf(em, caseId),
  ]);
  return await caseChecklist(em, { caseId, item, works, use: 'formal', supplies }, { items, ownSet });
}

/** 受理, 不受理, 不予受理 and 补正 by the body that handles the filing. */
@Injectable()
export class AcceptancesService {
  /** Open prerequisites hold nothing up here: they block the decision (R8). */
  async accept(context: WorkContext, { id }: Input<typeof acceptApproval>) {
    const approval = await this.locked(context, id);
    const deferrals = await context.lockAll(Deferral, { approvalId: id });
    move(context, approval, { name: 'accept', by: context.principal.kind });
    await this.mustBeComplete(context, approval, deferrals);
    const calendar = await calendarOf(context.em);
    approval.acceptedOn = context.today;
    for (const deferral of deferrals) deferral.dueOn = deferralDue(context.today, deferral.withinWorkdays, calendar);
    await reclock(context, approval, await timesOf(context, approval));
    context.publish(approvalEvents, 'accepted', {
      ...factOf(approval),
      acceptedOn: approval.acceptedOn,
      promisedDueOn: approval.promisedDueOn,
      statutoryDueOn: approval.statutoryDueOn,
    });
    return await viewNow(context, approval);
  }

  async refuse(context: WorkContext, { id, ground, reason }: Input<typeof refuseAcceptance>) {
    const approval = await this.locked(context, id);
    const name = ground === '不受理' ? 'decline' : 'deny';
    move(context, approval, { name, by: context.principal.kind }, reason);
    approval.reason = reason;
    context.publish(approvalEvents, 'notAccepted', { ...factOf(approval), reason: `${ground}:${reason}` });
    return await viewNow(context, approval);
  }

  async requestCorrection(context: WorkContext, input: Input<typeof requestCorrection>) {
    const { id, materialCodes, dueOn, opinion } = input;
    const approval = await this.locked(context, id);
    if (dueOn < context.today) throw fail('due_in_the_past');
    const entries = await entriesOf(context, approval);
    const asked = entries.filter(({ code }) => materialCodes.includes(code));
    const unknown = materialCodes.filter((code) => !asked.some((entry) => entry.code === code));
    if (unknown.length > 0) throw fail('material_unknown', { materials: unknown });
    move(context, approval, { name: 'request_correction', by: context.principal.kind }, opinion);
    context.add(ApprovalSpan, {
      approvalId: id,
      kind: 'correction',
      cause: opinion,
      from: context.today,
      to: null,
      approver: context.principal.name,
      stopsStatutory: true,
      noticeWorkdays: null,
      dueOn,
      materials: materialCodes,
    });
    const materials = asked.map(({ name }) => name);
    context.publish(approvalEvents, 'correctionRequested', { ...factOf(approval), materials, dueOn });
    return await viewNow(context, approval);
  }

  private async mustBeComplete(
    context: WorkContext,
    approval: Approval,
    deferrals: readonly Deferral[],
  ): Promise<void> {
    const entries = await entriesOf(context, approval);
    const core = entries.filter(({ gap }) => gap === 'blocks_acceptance');
    if (core.length > 0) throw fail('core_materials_missing', { materials: namesOf(core) });
    const promised = deferrals.map(({ materialCode }) => materialCode);
    const unpromised = entries.filter(({ code, gap }) => gap === 'deferrable' && !promised.includes(code));
    if (unpromised.length > 0) throw fail('deferral_promise_missing', { materials: namesOf(unpromised) });
  }

  private async locked(context: WorkContext, id: string): Promise<Approval> {
    const approval = await lockApproval(context, id);
    await mustBeAuthority(context, approval);
    return approval;
  }
}
