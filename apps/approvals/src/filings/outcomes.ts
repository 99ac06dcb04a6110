import { IsNull } from 'typeorm';
import { approvalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { Duty } from '../clocks/duty.entity.js';
import { followResult } from '../clocks/duties.js';
import { fallDownstream, meetByItem, voidForLostLand } from '../pre-approvals/effects.js';
import type { Approval } from './approval.entity.js';
import { factOf } from './approval.view.js';

/** The land grant: with another bidder it ends 不通过 for this project (R58). */
const LAND_GRANT = 'A09';

/** Tells of a decision that stands, and draws what follows from it: conditions met, duties of the unit, land lost. */
export async function settle(context: WorkContext, approval: Approval): Promise<void> {
  const { result, decidedOn, itemCode, caseId, documentNumber, source } = approval;
  if (result === null || decidedOn === null) throw new Error(`approval ${approval.id} is not decided`);
  if (approval.handlingBody === null) {
    const { id: approvalId, itemName, works } = approval;
    context.publish(approvalEvents, 'completed', {
      approvalId,
      caseId,
      itemCode,
      itemName,
      works,
      documentNumber,
      on: decidedOn,
    });
  } else {
    const decided = { result, documentNumber, decidedOn, verified: true, source };
    context.publish(approvalEvents, 'decided', { ...factOf(approval), ...decided });
  }
  if (result === 'refused') {
    if (itemCode === LAND_GRANT) await voidForLostLand(context, caseId, '土地由其他竞买人竞得');
    return;
  }
  const item = (await itemsOn(context.em, context.today)).get(itemCode);
  if (!item) throw new Error(`no item ${itemCode} in the catalogue`);
  await Promise.all([followResult(context, approval, item), meetByItem(context, approval, decidedOn)]);
}

/** A revoked grant no longer counts: nothing is due by it, and pre-approvals that rest on it are held (R57). */
export async function undo(context: WorkContext, approval: Approval): Promise<void> {
  const { id, caseId, itemName, preApprovalId } = approval;
  for (const duty of await context.lockAll(Duty, { approvalId: id, doneOn: IsNull() })) duty.doneOn = context.today;
  if (preApprovalId !== null) await fallDownstream(context, { caseId, id: preApprovalId, itemName }, 'revoked');
}
