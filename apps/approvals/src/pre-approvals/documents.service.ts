import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type {
  extendPreApproval,
  issuePreApproval,
  refusePreApproval,
  returnPreApproval,
  revokePreApproval,
} from '#libs/contracts/approvals/pre-approvals.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { preApprovalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { mustBeAuthority } from '../filings/parties.js';
import { conditionsOf, itemOf, lockPreApproval } from './access.js';
import { extended, validityFrom } from './chain.js';
import { PreApprovalCondition } from './condition.entity.js';
import { contentOf } from './content.js';
import { factOf, fallDownstream, move, resumeDownstream } from './effects.js';
import { effectStamp } from './eligibility.js';
import { mustBeEligible } from './eligible.js';
import { PreApproval } from './pre-approval.entity.js';
import { viewNow } from './pre-approval.view.js';

/** The approval department's side: it alone issues, refuses, extends and revokes (R52, R53, R58). */
@Injectable()
export class DocumentsService {
  async issue(context: WorkContext, input: Input<typeof issuePreApproval>) {
    const { id, documentNumber, issuedOn, validityDays } = input;
    const row = await this.locked(context, id);
    if (issuedOn > context.today) throw fail('date_in_the_future');
    if (issuedOn < row.appliedOn) throw fail('issued_before_application', { appliedOn: row.appliedOn });
    move(row, { name: 'issue', by: context.principal.kind });
    const missing = await conditionsOf(context, id);
    row.restsOn = await this.stillEligible(context, row, missing);
    const copy = await context.em.findOneBy(CaseCopy, { id: row.caseId });
    if (!copy) throw new Error(`no case ${row.caseId}`);
    const validTo = validityFrom(issuedOn, validityDays).until;
    const stamp = effectStamp(missing);
    Object.assign(row, { documentNumber, issuedOn, validTo, stamp, issuedFor: contentOf(copy.project), reason: null });
    const missingConditions = missing.map(({ name }) => name);
    context.publish(preApprovalEvents, 'issued', {
      ...factOf(row),
      documentNumber,
      issuedOn,
      validTo,
      missingConditions,
    });
    await resumeDownstream(context, row);
    return await viewNow(context, row);
  }

  async refuse(context: WorkContext, { id, reason }: Input<typeof refusePreApproval>) {
    const row = await this.locked(context, id);
    move(row, { name: 'refuse', by: context.principal.kind });
    row.reason = reason;
    context.publish(preApprovalEvents, 'refused', { ...factOf(row), reason });
    return await viewNow(context, row);
  }

  async sendBack(context: WorkContext, { id, reason }: Input<typeof returnPreApproval>) {
    const row = await this.locked(context, id);
    move(row, { name: 'return', by: context.principal.kind });
    row.reason = reason;
    context.publish(preApprovalEvents, 'ended', { ...factOf(row), how: 'returned', reason });
    return await viewNow(context, row);
  }

  async revoke(context: WorkContext, { id, reason }: Input<typeof revokePreApproval>) {
    const row = await this.locked(context, id);
    move(row, { name: 'revoke', by: context.principal.kind });
    row.reason = reason;
    context.publish(preApprovalEvents, 'ended', { ...factOf(row), how: 'void', reason });
    await fallDownstream(context, row, 'revoked');
    return await viewNow(context, row);
  }

  async extend(context: WorkContext, { id, days }: Input<typeof extendPreApproval>) {
    const row = await this.locked(context, id);
    move(row, { name: 'extend', by: context.principal.kind });
    if (row.validTo === null) throw new Error(`pre-approval ${id} is issued without a last day`);
    const longer = extended({ until: row.validTo, extended: row.extended }, days);
    if ('refused' in longer) throw fail('pre_approval_extended_before');
    Object.assign(row, { validTo: longer.until, extended: true });
    context.publish(preApprovalEvents, 'extended', { ...factOf(row), validTo: longer.until });
    return await viewNow(context, row);
  }

  /** The conditions and the documents above may have changed since the application (R51, R56). */
  private async stillEligible(
    context: WorkContext,
    row: PreApproval,
    missing: PreApprovalCondition[],
  ): Promise<string[]> {
    const { caseId, works, reviewed, restsOn } = row;
    const { item, items } = await itemOf(context, row);
    const above = await context.em.findBy(PreApproval, { id: In(restsOn) });
    const fallen = above.filter(({ state }) => state !== 'issued' && state !== 'converted');
    if (fallen.length > 0)
      throw fail('upstream_not_in_force', { items: fallen.map(({ itemName }) => `“${itemName}”`) });
    return await mustBeEligible(context, { caseId, item, items, works, reviewed, missing });
  }

  private async locked(context: WorkContext, id: string): Promise<PreApproval> {
    const row = await lockPreApproval(context, id);
    if (context.principal.kind === 'agent') throw fail('agents_cannot_issue');
    await mustBeAuthority(context, row);
    return row;
  }
}
