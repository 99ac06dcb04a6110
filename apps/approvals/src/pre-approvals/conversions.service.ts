import { Injectable } from '@nestjs/common';
import type {
  convertPreApproval,
  meetCondition,
  reviewPreApprovalAgain,
} from '#libs/contracts/approvals/conversions.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { preApprovalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { limitsOf } from '../clocks/filing-clocks.js';
import { Approval, NEW_FILING } from '../filings/approval.entity.js';
import { mustBeGrantable } from '../filings/guards.js';
import { note } from '../filings/moves.js';
import { nextNumber } from '../filings/numbers.js';
import { settle } from '../filings/outcomes.js';
import { ownSetOf } from '../filings/own-set.js';
import { isAuthority, mustBeApplicant, mustBeAuthority } from '../filings/parties.js';
import { conditionsOf, itemOf, lockPreApproval } from './access.js';
import { PreApprovalCondition } from './condition.entity.js';
import { CONTENT_ZH, changedFields, contentOf } from './content.js';
import { conversionRefusal } from './conversion.js';
import { factOf, fallDownstream, move } from './effects.js';
import type { PreApproval } from './pre-approval.entity.js';
import { viewNow } from './pre-approval.view.js';
import { upstreamOf } from './upstream.js';

type Conversion = Input<typeof convertPreApproval>;

/** From the missing condition that is met to the formal document (R54–R57). */
@Injectable()
export class ConversionsService {
  async meet(context: WorkContext, { id, conditionId, on, fileId }: Input<typeof meetCondition>) {
    const row = await lockPreApproval(context, id);
    if (!isAuthority(context, row)) await mustBeApplicant(context, row);
    if (!['applied', 'returned', 'issued', 'on_hold'].includes(row.state)) {
      throw fail('pre_approval_state', { state: '已结束' });
    }
    const condition = await context.lock(PreApprovalCondition, { id: conditionId, preApprovalId: id });
    if (!condition) throw fail('condition_not_found');
    if (condition.item !== null) throw fail('condition_met_by_item', { condition: condition.name });
    if (condition.metOn !== null) throw fail('condition_met_before', { on: condition.metOn });
    if (on > context.today) throw fail('date_in_the_future');
    Object.assign(condition, { metOn: on, metBy: context.principal.name, fileId });
    context.publish(preApprovalEvents, 'conditionMet', { ...factOf(row), condition: condition.name, on });
    return await viewNow(context, row);
  }

  async convert(context: WorkContext, conversion: Conversion) {
    const row = await lockPreApproval(context, conversion.id);
    if (context.principal.kind === 'agent') throw fail('agents_cannot_issue');
    await mustBeAuthority(context, row);
    const { decidedOn, documentNumber } = conversion;
    if (decidedOn > context.today) throw fail('date_in_the_future');
    const { item, items } = await itemOf(context, row);
    const missing = await conditionsOf(context, row.id);
    await this.mustBeConvertible(context, row, missing, decidedOn);
    const { works, caseId } = row;
    mustBeGrantable({ item, works, items }, await ownSetOf(context.em, caseId));
    move(row, { name: 'convert', by: context.principal.kind });
    const approval = await this.formal(context, row, conversion);
    Object.assign(row, { convertedOn: decidedOn, approvalId: approval.id });
    await settle(context, approval);
    const lastMet =
      missing
        .flatMap(({ metOn }) => metOn ?? [])
        .toSorted()
        .at(-1) ?? decidedOn;
    const workdaysAfterLastCondition = (await calendarOf(context.em)).workdaysBetween(lastMet, decidedOn);
    const converted = { approvalId: approval.id, documentNumber, convertedOn: decidedOn, workdaysAfterLastCondition };
    context.publish(preApprovalEvents, 'converted', { ...factOf(row), ...converted });
    return await viewNow(context, row);
  }

  /** A changed project is no case for conversion: the department looks at it again (R55). */
  async reviewAgain(context: WorkContext, { id }: Input<typeof reviewPreApprovalAgain>) {
    const row = await lockPreApproval(context, id);
    const byAuthority = isAuthority(context, row);
    if (!byAuthority) await mustBeApplicant(context, row);
    if (row.issuedFor === null) throw fail('pre_approval_state', { state: '尚未出具' });
    if (changedFields(row.issuedFor, await this.contentNow(context, row)).length === 0) throw fail('content_unchanged');
    move(row, { name: 're_review', by: byAuthority ? context.principal.kind : 'unit' });
    context.publish(preApprovalEvents, 'applied', factOf(row));
    await fallDownstream(context, row, 'revoked');
    return await viewNow(context, row);
  }

  private async mustBeConvertible(context: WorkContext, row: PreApproval, missing: PreApprovalCondition[], on: string) {
    const { items } = await itemOf(context, row);
    const current = await this.contentNow(context, row);
    const upstream = await upstreamOf(context.em, row, items);
    const { state, issuedFor } = row;
    const refusal = conversionRefusal({ state, missing, upstream, issuedFor: issuedFor ?? current, current }, on);
    switch (refusal?.refused) {
      case undefined:
        return;
      case 'not_in_force':
        move(row, { name: 'convert', by: context.principal.kind });
        return;
      case 'content_changed':
        throw fail('content_changed', { fields: refusal.fields.map((field) => CONTENT_ZH[field]) });
      case 'missing_conditions_open':
      case 'upstream_not_formal':
        throw fail(refusal.refused, { list: refusal.list });
    }
  }

  /** Accepted and decided on the day of the conversion: the formal clock begins there, not with the pre-approval (R59). */
  private async formal(context: WorkContext, row: PreApproval, { documentNumber, decidedOn }: Conversion) {
    const { caseId, itemCode, itemName, works, legalBody, handlingBody, applicantUnitId, applicantName } = row;
    const { item } = await itemOf(context, row);
    const refusal = fail('filing_exists', { item: itemName });
    context.onConflict('uq_approval_item', refusal);
    context.onConflict('uq_approval_item_works', refusal);
    const approval = context.add(Approval, {
      ...NEW_FILING,
      ...{ caseId, itemCode, itemName, works, legalBody, handlingBody, applicantUnitId, applicantName },
      number: await nextNumber(context, 'BJ'),
      state: 'decided',
      result: 'granted',
      source: 'conversion',
      acceptedOn: decidedOn,
      decidedOn,
      documentNumber,
      preApprovalId: row.id,
      limits: limitsOf(item),
    });
    note(context, approval, 'convert');
    return approval;
  }

  private async contentNow({ em }: WorkContext, { caseId }: PreApproval) {
    const copy = await em.findOneBy(CaseCopy, { id: caseId });
    if (!copy) throw new Error(`no case ${caseId}`);
    return contentOf(copy.project);
  }
}
