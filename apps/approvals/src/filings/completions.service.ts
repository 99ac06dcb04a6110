import { Injectable } from '@nestjs/common';
import type { recordCompletion } from '#libs/contracts/approvals/records.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow } from './approval.view.js';
import { openDraft } from './drafts.js';
import { hasAuthority } from './guards.js';
import { note } from './moves.js';
import { settle } from './outcomes.js';
import { plannedItem } from './own-set.js';
import type { PlannedItem } from './own-set.js';
import { isAuthority } from './parties.js';

type Completion = Input<typeof recordCompletion>;
const LAND_GRANT = 'A09';

/** Items nobody applies for: their end is recorded with its evidence (R7, R58, R102). */
@Injectable()
export class CompletionsService {
  async record(context: WorkContext, completion: Completion) {
    await mustSee(context, completion.caseId);
    const planned = await plannedItem(context, completion);
    this.mustBeWellFormed(context, planned, completion);
    const bodies = { legalBody: planned.plan.legalBody, handlingBody: planned.plan.handlingBody };
    const byBody = isAuthority(context, bodies);
    this.mustBeParty(context, planned, byBody);
    const approval = await openDraft(context, planned, completion, bodies);
    await this.complete(context, approval, completion, byBody || !this.needsVerification(planned));
    return await viewNow(context, approval);
  }

  private mustBeWellFormed({ today }: WorkContext, planned: PlannedItem, completion: Completion): void {
    const { item } = planned;
    const { winner, startBy, finishBy, completedOn } = completion;
    if (hasAuthority(planned) || item.kind === '里程碑' || item.kind === '既有材料') {
      throw fail('item_has_authority', { item: item.nameZh });
    }
    if (completedOn > today) throw fail('date_in_the_future');
    const isGrant = item.code === LAND_GRANT;
    if (isGrant && winner === undefined) throw fail('winner_required');
    if (!isGrant && (winner ?? startBy ?? finishBy) !== undefined) throw fail('grant_terms_not_applicable');
  }

  private mustBeParty({ principal }: WorkContext, { copy, plan, item }: PlannedItem, byBody: boolean): void {
    switch (principal.kind) {
      case 'unit':
        if (principal.unitId !== copy.project.unitId) throw fail('not_the_applicant');
        return;
      case 'agent':
        if (!plan.entrusted) throw fail('item_not_entrusted', { item: item.nameZh });
        return;
      case 'department':
      case 'system':
        if (!byBody) throw fail('not_your_department', { department: '其他单位' });
        return;
      case 'administrator':
      case 'platform':
        throw fail('not_the_applicant');
    }
  }

  /** Behind trading nodes and acts of the government's side stands a body; intermediaries and the unit answer for themselves. */
  private needsVerification({ plan, item }: PlannedItem): boolean {
    return plan.handlingBody !== null && item.kind !== '中介服务';
  }

  private async complete(
    context: WorkContext,
    approval: Approval,
    completion: Completion,
    stands: boolean,
  ): Promise<void> {
    const { documentNumber, completedOn: decidedOn, fileId, winner, startBy, finishBy } = completion;
    const result = winner === 'other' ? 'refused' : 'granted';
    approval.source = 'recorded';
    approval.evidence = { documentNumber, decidedOn, fileId, recordedBy: context.principal.name, startBy, finishBy };
    note(context, approval, 'record_completion');
    if (!stands) {
      approval.claim = result;
      const decided = { result, documentNumber, decidedOn, verified: false, source: 'recorded' } as const;
      context.publish(approvalEvents, 'decided', { ...factOf(approval), ...decided });
      return;
    }
    Object.assign(approval, { state: 'decided', result, decidedOn, documentNumber });
    await settle(context, approval);
  }
}
