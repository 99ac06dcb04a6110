import { Injectable } from '@nestjs/common';
import type {
  backFillApproval,
  confirmRecord,
  recordExternalDecision,
  rejectRecord,
} from '#libs/contracts/approvals/records.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { itemsOn } from '../catalogue/catalogue.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow } from './approval.view.js';
import { CaseStart } from './case-start.entity.js';
import { draftOf, liveApproval, openDraft } from './drafts.js';
import type { Result } from './filing.machine.js';
import { bodiesOf, mustBeActive, mustBeGrantable } from './guards.js';
import { closeSpan, move, reclock, timesOf } from './moves.js';
import { settle } from './outcomes.js';
import { ownSetOf, plannedItem } from './own-set.js';
import { lockApproval, mustBeAuthority } from './parties.js';

type Recorded = Omit<Input<typeof recordExternalDecision>, 'result'>;

/** Decisions made elsewhere: recorded by a helper, released by the body concerned (R130, R132). */
@Injectable()
export class RecordsService {
  async recordExternal(context: WorkContext, { result, ...recorded }: Input<typeof recordExternalDecision>) {
    await mustSee(context, recorded.caseId);
    const planned = await plannedItem(context, recorded);
    const bodies = bodiesOf(planned);
    await mustBeActive(context, planned);
    const approval = (await liveApproval(context, recorded)) ?? (await draftOf(context, planned, recorded, bodies));
    approval.source = 'recorded';
    return await this.claim(context, approval, recorded, result);
  }

  async backFill(context: WorkContext, recorded: Input<typeof backFillApproval>) {
    await mustSee(context, recorded.caseId);
    const planned = await plannedItem(context, recorded);
    const bodies = bodiesOf(planned);
    const start = await context.em.findOneBy(CaseStart, { id: recorded.caseId });
    if (!start) throw fail('not_yet_known');
    if (recorded.decidedOn > start.appliedOn) throw fail('back_fill_not_before_case', { appliedOn: start.appliedOn });
    const approval = await openDraft(context, planned, recorded, bodies);
    approval.source = 'back_filled';
    return await this.claim(context, approval, recorded, 'granted');
  }

  /** What was done before the case asks for no prerequisite; anything else waits for its own as every grant does. */
  async confirm(context: WorkContext, { id }: Input<typeof confirmRecord>) {
    const approval = await lockApproval(context, id);
    await mustBeAuthority(context, approval);
    const { claim, evidence, itemCode, works, caseId, source, state: before } = approval;
    move(context, approval, { name: 'confirm_external_decision', by: context.principal.kind });
    if (evidence === null) throw new Error(`approval ${id} claims a decision without evidence`);
    const items = await itemsOn(context.em, context.today);
    const item = items.get(itemCode);
    if (item && claim !== 'refused' && source !== 'back_filled') {
      mustBeGrantable({ item, works, items }, await ownSetOf(context.em, caseId));
    }
    approval.decidedOn = evidence.decidedOn;
    approval.documentNumber = evidence.documentNumber;
    const times = await timesOf(context, approval);
    closeSpan(context, approval, before, times);
    await reclock(context, approval, times);
    await settle(context, approval);
    return await viewNow(context, approval);
  }

  async reject(context: WorkContext, { id, reason }: Input<typeof rejectRecord>) {
    const approval = await lockApproval(context, id);
    await mustBeAuthority(context, approval);
    move(context, approval, { name: 'reject_external_decision', by: context.principal.kind }, reason);
    Object.assign(approval, { reason, evidence: null, source: 'platform' });
    context.publish(approvalEvents, 'recordRejected', { ...factOf(approval), reason });
    return await viewNow(context, approval);
  }

  private async claim(context: WorkContext, approval: Approval, recorded: Recorded, claims: Result) {
    const { documentNumber, decidedOn, fileId } = recorded;
    if (decidedOn > context.today) throw fail('date_in_the_future');
    move(context, approval, { name: 'record_external_decision', by: context.principal.kind, claims });
    approval.evidence = { documentNumber, decidedOn, fileId, recordedBy: context.principal.name };
    const { source } = approval;
    const decided = { result: claims, documentNumber, decidedOn, verified: false, source };
    context.publish(approvalEvents, 'decided', { ...factOf(approval), ...decided });
    return await viewNow(context, approval);
  }
}
