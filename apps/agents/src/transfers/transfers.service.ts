import { Injectable } from '@nestjs/common';
import { widenScope } from '#libs/case-scope/scope-keeper.js';
import type { receiveTransfer, returnTransfer } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { routingEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { holderOf, lockCase, lockRunningCase, mustBeSigned } from '../cases/cases.js';
import { institutionInService } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import type { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { remindInAWorkday, settleReminder } from '../reminders/reminders.js';
import { decides, liaisonOf, mustBeFree, mustBeMovable, mustBeTraceable, mustFollowRouting } from './admission.js';
import type { Proposal } from './admission.js';
import { Transfer } from './transfer.entity.js';
import { transferView } from './transfer.view.js';

const DEPTH = { city: 0, county: 1, town: 2 } as const;
const SETTLED = { proposed: '待接收', received: '已接收', returned: '已退回' } as const;

interface Way {
  from: Institution;
  to: Institution;
  /** 1 for the first transfer of the case. */
  ordinal: number;
  liaison: ChiefLiaison;
}

/** 转交 between institutions; the first institution stays the first for ever (R31). */
@Injectable()
export class TransfersService {
  async propose(context: WorkContext, proposal: Proposal) {
    const { principal, em } = context;
    const found = await lockRunningCase(context, proposal.caseId);
    mustBeSigned(found);
    const from = await holderOf(em, found);
    const byHolder = principal.institutionId === from.id;
    if (!byHolder && !decides(principal, proposal)) throw fail('not_holding_institution', { institution: from.name });
    mustBeTraceable(proposal);
    const to = await institutionInService(context, proposal.toInstitutionId);
    if (to.id === from.id) throw fail('transfer_to_itself', { institution: to.name });
    mustBeMovable(found, proposal.itemCodes);
    const past = await mustBeFree(context, proposal);
    const routed = await mustFollowRouting(context, found, proposal);
    const liaison = await liaisonOf(context, to, proposal.liaisonId ?? routed?.liaisonIds[0]);
    const transfer = await this.open(context, proposal, { from, to, ordinal: past + 1, liaison });
    await this.tell(context, transfer, from, to);
    await context.flush();
    return transferView(context, transfer);
  }

  async receive(context: WorkContext, { receipt, ...which }: Input<typeof receiveTransfer>) {
    const { transfer, institution } = await this.settle(context, which, 'received', receipt);
    const { caseId, id: transferId } = transfer;
    const { id: institutionId, name: institutionName } = institution;
    const fact = { caseId, transferId, institutionId, institutionName, receipt };
    context.publish(routingEvents, 'transferReceived', fact);
    await context.flush();
    return transferView(context, transfer);
  }

  async return(context: WorkContext, { reason, ...which }: Input<typeof returnTransfer>) {
    const { transfer, institution } = await this.settle(context, which, 'returned', reason);
    const { caseId, id: transferId } = transfer;
    const fact = { caseId, transferId, institutionId: institution.id, reason };
    context.publish(routingEvents, 'transferReturned', fact);
    await context.flush();
    return transferView(context, transfer);
  }

  private async open(context: WorkContext, proposal: Proposal, { from, to, ordinal, liaison }: Way): Promise<Transfer> {
    const { toInstitutionId, liaisonId: _, ...papers } = proposal;
    const id = context.newId();
    const down = DEPTH[to.level] - DEPTH[from.level];
    return context.add(Transfer, {
      id,
      ...papers,
      ordinal,
      state: 'proposed',
      direction: down > 0 ? 'down' : down < 0 ? 'up' : 'across',
      fromInstitutionId: from.id,
      toInstitutionId,
      liaisonId: liaison.id,
      liaisonAgentId: liaison.agentId,
      proposedAt: context.now,
      proposedBy: context.principal.name,
      receiptDueAt: await remindInAWorkday(context, 'transfer_not_received', id),
      settledAt: null,
      settledBy: null,
      settlement: null,
    });
  }

  /** R35: of a town's case that goes straight to the city the county is told. */
  private async tell(context: WorkContext, transfer: Transfer, from: Institution, to: Institution): Promise<void> {
    const { id: transferId, caseId, ordinal, direction, liaisonAgentId, itemCodes, method, trackingNumber } = transfer;
    const passed = from.level === 'town' && to.level === 'city' ? from.parentId : null;
    const copiedInstitutionIds = passed === null ? [] : [passed];
    const institutionIds = [to.id, ...copiedInstitutionIds];
    await widenScope(context, caseId, { institutionIds, agentIds: [liaisonAgentId] });
    context.publish(routingEvents, 'transferProposed', {
      caseId,
      transferId,
      ordinal,
      direction,
      liaisonAgentId,
      itemCodes,
      method,
      trackingNumber,
      fromInstitutionId: from.id,
      toInstitutionId: to.id,
      toInstitutionName: to.name,
      copiedInstitutionIds,
    });
  }

  /** Received or returned by an agent of the receiving institution, once (R39). */
  private async settle(
    context: WorkContext,
    { caseId, transferId }: { caseId: string; transferId: string },
    state: 'received' | 'returned',
    settlement: string,
  ): Promise<{ transfer: Transfer; institution: Institution }> {
    await lockCase(context, caseId);
    const transfer = await context.lock(Transfer, { id: transferId, caseId });
    if (!transfer) throw fail('not_found');
    const institution = await context.em.findOneByOrFail(Institution, { id: transfer.toInstitutionId });
    if (context.principal.institutionId !== institution.id) {
      throw fail('not_receiving_institution', { institution: institution.name });
    }
    if (transfer.state !== 'proposed') throw fail('transfer_settled', { state: SETTLED[transfer.state] });
    const settled = { state, settlement, settledAt: context.now, settledBy: context.principal.name };
    Object.assign(transfer, settled);
    await settleReminder(context, 'transfer_not_received', transferId);
    return { transfer, institution };
  }
}
