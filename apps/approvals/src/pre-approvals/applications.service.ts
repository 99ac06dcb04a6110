import { Injectable } from '@nestjs/common';
import type {
  applyForPreApproval,
  dropPreApproval,
  resubmitPreApproval,
} from '#libs/contracts/approvals/pre-approvals.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { preApprovalEvents } from '#libs/contracts/facts.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { mustBeActive } from '../filings/guards.js';
import { nextNumber } from '../filings/numbers.js';
import { plannedItem } from '../filings/own-set.js';
import type { PlannedItem } from '../filings/own-set.js';
import { mustBeApplicant } from '../filings/parties.js';
import { lockPreApproval } from './access.js';
import { PreApprovalCondition } from './condition.entity.js';
import { factOf, fallDownstream, move } from './effects.js';
import { wordingFrom } from './eligibility.js';
import type { MissingCondition } from './eligibility.js';
import { mustBeEligible } from './eligible.js';
import { NEW_PRE_APPROVAL, PreApproval } from './pre-approval.entity.js';
import { viewNow } from './pre-approval.view.js';

type Application = Input<typeof applyForPreApproval>;

/** The unit's side of a pre-approval (R52). */
@Injectable()
export class ApplicationsService {
  async apply(context: WorkContext, application: Application) {
    const { caseId, itemCode, works, reviewed } = application;
    await mustSee(context, caseId);
    const planned = await plannedItem(context, application);
    const { item, items, copy, plan } = planned;
    const { unitId: applicantUnitId, unitName: applicantName } = copy.project;
    await mustBeActive(context, planned);
    await mustBeApplicant(context, { caseId, itemCode, itemName: item.nameZh, applicantUnitId });
    const missing = this.conditionsOf(planned, application);
    const restsOn = await mustBeEligible(context, { caseId, item, items, works, reviewed, missing });
    const { legalBody, handlingBody } = plan;
    if (!legalBody || !handlingBody) throw fail('authority_unknown', { item: item.nameZh });
    const refusal = fail('pre_approval_exists', { item: item.nameZh });
    context.onConflict('uq_pre_approval_item', refusal);
    context.onConflict('uq_pre_approval_item_works', refusal);
    const row = context.add(PreApproval, {
      ...NEW_PRE_APPROVAL,
      number: await nextNumber(context, 'YS'),
      caseId,
      itemCode,
      itemName: item.nameZh,
      works,
      legalBody,
      handlingBody,
      applicantUnitId,
      applicantName,
      reviewed,
      restsOn,
      appliedOn: context.today,
    });
    this.list(context, row, missing);
    context.publish(preApprovalEvents, 'applied', factOf(row));
    return await viewNow(context, row);
  }

  async resubmit(context: WorkContext, { id, reviewed }: Input<typeof resubmitPreApproval>) {
    const row = await this.locked(context, id);
    move(row, { name: 'resubmit', by: 'unit' });
    Object.assign(row, { reviewed, reason: null });
    context.publish(preApprovalEvents, 'applied', factOf(row));
    return await viewNow(context, row);
  }

  async drop(context: WorkContext, { id, reason }: Input<typeof dropPreApproval>) {
    const row = await this.locked(context, id);
    move(row, { name: 'void', by: 'unit' });
    row.reason = reason;
    context.publish(preApprovalEvents, 'ended', { ...factOf(row), how: 'void', reason });
    await fallDownstream(context, row, 'void');
    return await viewNow(context, row);
  }

  /** A document of the own set is named by its item, anything else by its applicant. */
  private conditionsOf({ items }: PlannedItem, { missing }: Application): MissingCondition[] {
    return missing.map(({ itemCode, name, act, controllable, owner, evidence }) => {
      const item = itemCode === null ? undefined : items.get(itemCode);
      const wording = item ? wordingFrom(item) : name === undefined ? null : { name, act, item: null };
      if (!wording) throw fail('condition_unnamed');
      return { ...wording, controllable, owner, evidence, metOn: null };
    });
  }

  private list(context: WorkContext, { id: preApprovalId }: PreApproval, missing: readonly MissingCondition[]): void {
    for (const [position, condition] of missing.entries()) {
      const { controllable, ...rest } = condition;
      context.add(PreApprovalCondition, {
        ...rest,
        preApprovalId,
        position,
        controllable: controllable === true,
        metBy: null,
        fileId: null,
      });
    }
  }

  private async locked(context: WorkContext, id: string): Promise<PreApproval> {
    const row = await lockPreApproval(context, id);
    await mustBeApplicant(context, row);
    return row;
  }
}
