import { Controller } from '@nestjs/common';
import type { Fact, FactType } from '#libs/contracts/define.js';
import { preApprovalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { PreApproval } from './pre-approval.entity.js';

type Told<T extends FactType<typeof preApprovalEvents>> = Fact<typeof preApprovalEvents, T>;
type Change = Pick<PreApproval, 'state'> & Partial<Pick<PreApproval, 'since' | 'documentNumber' | 'missingConditions'>>;

/** Keeps the pre-approvals as approvals tells of them. */
@Controller()
export class PreApprovalsController {
  @OnFact(preApprovalEvents, 'applied')
  applied({ data }: Told<'applied'>, context: WorkContext) {
    return this.keep(context, data, { state: 'applied' });
  }

  @OnFact(preApprovalEvents, 'refused')
  refused({ data }: Told<'refused'>, context: WorkContext) {
    return this.keep(context, data, { state: 'refused' });
  }

  @OnFact(preApprovalEvents, 'issued')
  issued({ data }: Told<'issued'>, context: WorkContext) {
    const { issuedOn: since, documentNumber, missingConditions } = data;
    return this.keep(context, data, { state: 'issued', since, documentNumber, missingConditions });
  }

  @OnFact(preApprovalEvents, 'conditionMet')
  async conditionMet({ data }: Told<'conditionMet'>, context: WorkContext): Promise<void> {
    const known = await context.lock(PreApproval, { id: data.preApprovalId });
    if (known) known.missingConditions = known.missingConditions.filter((condition) => condition !== data.condition);
  }

  @OnFact(preApprovalEvents, 'converted')
  converted({ data }: Told<'converted'>, context: WorkContext) {
    return this.keep(context, data, { state: 'converted', since: data.convertedOn, missingConditions: [] });
  }

  @OnFact(preApprovalEvents, 'suspended')
  suspended({ data }: Told<'suspended'>, context: WorkContext) {
    return this.keep(context, data, { state: 'suspended' });
  }

  @OnFact(preApprovalEvents, 'resumed')
  resumed({ data }: Told<'resumed'>, context: WorkContext) {
    return this.keep(context, data, { state: 'issued' });
  }

  @OnFact(preApprovalEvents, 'ended')
  ended({ data }: Told<'ended'>, context: WorkContext) {
    return this.keep(context, data, { state: 'ended' });
  }

  private async keep(context: WorkContext, data: Told<'applied'>['data'], change: Change): Promise<void> {
    const { preApprovalId: id, caseId, itemCode } = data;
    const known = await context.lock(PreApproval, { id });
    if (known) Object.assign(known, { since: context.today, ...change });
    else {
      const fresh = { documentNumber: null, missingConditions: [], since: context.today };
      context.add(PreApproval, { id, caseId, itemCode, ...fresh, ...change });
    }
  }
}
