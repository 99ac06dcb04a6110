import { Injectable } from '@nestjs/common';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type {
  acceptHandOver,
  listHandOvers,
  listPendingHandOvers,
  proposeHandOver,
  returnHandOver,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { mustBeFit } from '../assignments/fitness.js';
import { beginTerm, endTerm } from '../assignments/terms.js';
import { lockRunningCase } from '../cases/cases.js';
import { paged } from '../paging.js';
import { Agent } from '../staff/agent.entity.js';
import { lockActiveAgent } from '../staff/staff.js';
import { HandOver } from './hand-over.entity.js';
import { handOverView, handOverViews } from './hand-over.view.js';
import { admitProposal, giveBack, lockPrincipal, openProposal } from './proposal.js';

interface Which {
  caseId: string;
  handOverId: string;
}

/** 交接 of the principal: one stays responsible until the other accepts (R62); a new stage may bring a new helper (R20). */
@Injectable()
export class HandOversService {
  async propose(context: WorkContext, proposal: Input<typeof proposeHandOver>) {
    const admitted = await admitProposal(context, proposal);
    return this.shown(context, await openProposal(context, proposal, admitted));
  }

  async accept(context: WorkContext, which: Input<typeof acceptHandOver>) {
    const { handOver, found } = await this.lock(context, which);
    const { caseId, toAgentId, stage, reason, overrideReason } = handOver;
    const before = await lockPrincipal(context, caseId);
    const to = await lockActiveAgent(context, toAgentId);
    await mustBeFit(context, found, to, { role: 'principal', stage });
    handOver.state = 'accepted';
    handOver.settledAt = context.now;
    endTerm(context, before, `交接:${reason}`);
    await beginTerm(context, to, { caseId, role: 'principal', reason, overrideReason });
    return this.shown(context, handOver);
  }

  async return(context: WorkContext, { reason, ...which }: Input<typeof returnHandOver>) {
    const { handOver } = await this.lock(context, which);
    giveBack(context, handOver, reason);
    return this.shown(context, handOver);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listHandOvers>) {
    await mustSee(context, caseId);
    const handOvers = await context.em.find(HandOver, { where: { caseId }, order: { proposedAt: 'ASC' } });
    return { items: await handOverViews(context, handOvers) };
  }

  /** The newest first. Who is no agent has none of his own. */
  async pending(context: QueryContext, filters: Input<typeof listPendingHandOvers>) {
    const { direction, state } = filters;
    const query = context.em
      .createQueryBuilder(HandOver, 'hand_over')
      .where('hand_over.state IN (:...state)', { state })
      .orderBy('hand_over.proposedAt', 'DESC')
      .addOrderBy('hand_over.id');
    const me = { me: context.principal.agentId };
    if (direction === 'in') query.andWhere('hand_over.toAgentId = :me', me);
    if (direction === 'out') query.andWhere('hand_over.fromAgentId = :me', me);
    onlyVisible(query, 'hand_over.case_id', context.principal);
    return paged(query, filters, (handOvers) => handOverViews(context, handOvers));
  }

  /** The open hand-over, for the one it is proposed to. */
  private async lock(context: WorkContext, { caseId, handOverId }: Which) {
    const found = await lockRunningCase(context, caseId);
    const handOver = await context.lock(HandOver, { id: handOverId, caseId });
    if (!handOver) throw fail('not_found');
    const to = await context.em.findOneByOrFail(Agent, { id: handOver.toAgentId });
    if (context.principal.agentId !== to.id) throw fail('hand_over_not_to_you', { name: to.name });
    if (handOver.state !== 'proposed') throw fail('hand_over_settled');
    return { handOver, found };
  }

  private async shown(context: WorkContext, handOver: HandOver) {
    await context.flush();
    return handOverView(context, handOver);
  }
}
