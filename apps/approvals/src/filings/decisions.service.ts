import { Injectable } from '@nestjs/common';
import type { decideApproval, revokeApproval } from '#libs/contracts/approvals/reviews.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { itemsOn } from '../catalogue/catalogue.js';
import type { Times } from '../clocks/filing-clocks.js';
import { caseChecklist, caseSuppliesOf, namesOf } from '../materials/case-materials.js';
import type { CaseSupplies } from '../materials/case-materials.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow, viewOf } from './approval.view.js';
import { Deferral } from './deferral.entity.js';
import { mustBeGrantable } from './guards.js';
import { move, reclock, startReview, timesOf } from './moves.js';
import { settle, undo } from './outcomes.js';
import { ownSetOf } from './own-set.js';
import { lockApproval, mustBeAuthority } from './parties.js';
import type { OwnItem } from './prerequisites.js';

type Decision = Input<typeof decideApproval>;
const MOVES = { granted: 'grant', granted_with_deferral: 'grant_with_deferral', refused: 'refuse' } as const;

interface Known {
  times: Times;
  deferrals: Deferral[];
  ownSet: readonly OwnItem[];
  supplies: CaseSupplies;
  items: ReadonlyMap<string, ItemRow>;
  calendar: WorkCalendar;
}

/** The decision of the body, and its revocation. */
@Injectable()
export class DecisionsService {
  async decide(context: WorkContext, decision: Decision) {
    const approval = await lockApproval(context, decision.id);
    await mustBeAuthority(context, approval);
    const { kind } = context.principal;
    startReview(context, approval);
    move(context, approval, { name: MOVES[decision.result], by: kind }, decision.reason);
    this.mustBeWellFormed(context, approval, decision);
    const known = await this.knownOf(context, approval);
    if (decision.result !== 'refused') await this.mustBeGrantable(context, approval, { decision, known });
    approval.source = kind === 'system' ? 'department_system' : 'platform';
    approval.decidedOn = decision.decidedOn;
    approval.documentNumber = decision.documentNumber;
    approval.reason = decision.reason;
    await reclock(context, approval, known.times);
    await settle(context, approval);
    const { times, deferrals, calendar } = known;
    return viewOf(approval, { times, deferral: deferrals.length > 0 }, { today: context.today, calendar });
  }

  async revoke(context: WorkContext, { id, reason }: Input<typeof revokeApproval>) {
    const approval = await lockApproval(context, id);
    await mustBeAuthority(context, approval);
    move(context, approval, { name: 'revoke', by: context.principal.kind }, reason);
    approval.reason = reason;
    context.publish(approvalEvents, 'revoked', { ...factOf(approval), reason });
    await undo(context, approval);
    return await viewNow(context, approval);
  }

  private mustBeWellFormed({ today }: WorkContext, { acceptedOn }: Approval, decision: Decision): void {
    const { result, decidedOn, documentNumber, reason } = decision;
    if (decidedOn > today || (acceptedOn !== null && decidedOn < acceptedOn)) {
      throw fail('decision_date_invalid', { acceptedOn });
    }
    if (result !== 'refused' && documentNumber === null) throw fail('document_number_required');
    if (result === 'refused' && reason === null) throw fail('reason_required');
  }

  /** All that a decision depends on, in one round trip. */
  private async knownOf(context: WorkContext, approval: Approval): Promise<Known> {
    const { em, today } = context;
    const { caseId, id: approvalId } = approval;
    const [times, deferrals, ownSet, supplies, items, calendar] = await Promise.all([
      timesOf(context, approval),
      em.find(Deferral, { where: { approvalId }, order: { materialCode: 'ASC' } }),
      ownSetOf(em, caseId),
      caseSuppliesOf(em, caseId),
      itemsOn(em, today),
      calendarOf(em),
    ]);
    return { times, deferrals, ownSet, supplies, items, calendar };
  }

  /** Prerequisites of the own set, then the materials: all there, or with a deferral still in time (R8, R72). */
  private async mustBeGrantable(
    { em }: WorkContext,
    { itemCode, works, caseId }: Approval,
    { decision: { result, decidedOn }, known }: { decision: Decision; known: Known },
  ): Promise<void> {
    const { items, ownSet, deferrals, supplies } = known;
    const item = items.get(itemCode);
    if (!item) throw new Error(`no item ${itemCode} in the catalogue`);
    mustBeGrantable({ item, works, items }, ownSet);

    const open = deferrals.filter(({ suppliedOn }) => suppliedOn === null);
    const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < decidedOn);
    if (late.length > 0)
      throw fail('deferral_overdue', { materials: late.map(({ materialName }) => `“${materialName}”`) });
    const follows = result === 'granted_with_deferral' ? open.map(({ materialCode }) => materialCode) : [];
    if (result === 'granted_with_deferral' && open.length === 0) throw fail('nothing_deferred');
    const entries = await caseChecklist(em, { caseId, item: itemCode, works, use: 'formal', supplies }, known);
    const missing = entries.filter(({ code, gap }) => gap !== null && !follows.includes(code));
    if (missing.length > 0) throw fail('materials_incomplete', { materials: namesOf(missing) });
  }
}
