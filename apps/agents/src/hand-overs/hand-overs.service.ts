import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { mustSee, widenScope } from '#libs/case-scope/scope-keeper.js';
import type { acceptHandOver, listHandOvers, proposeHandOver, returnHandOver } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { assignmentEvents } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { mustBeFit, mustBelong } from '../assignments/fitness.js';
import { beginTerm, endTerm } from '../assignments/terms.js';
import { holderOf, lockRunningCase } from '../cases/cases.js';
import type { KnownCase } from '../cases/cases.js';
import { manages } from '../institutions/administration.js';
import { Agent } from '../staff/agent.entity.js';
import { lockActiveAgent } from '../staff/staff.js';
import { HandOver } from './hand-over.entity.js';
import { handOverView, handOverViews } from './hand-over.view.js';

interface Which {
  caseId: string;
  handOverId: string;
}

/** 交接 of the principal: one stays responsible until the other accepts (R62); a new stage may bring a new helper (R20). */
@Injectable()
export class HandOversService {
  async propose(context: WorkContext, input: Input<typeof proposeHandOver>) {
    const { caseId, toAgentId, stage, reason } = input;
    const found = await lockRunningCase(context, caseId);
    const principal = await this.lockPrincipal(context, caseId);
    await this.mustPropose(context, found, principal);
    await this.mustBeOnlyOne(context, caseId);
    const to = await lockActiveAgent(context, toAgentId);
    if (to.id === principal.agentId) throw fail('assigned_already', { name: to.name });
    mustBelong(to, await holderOf(context.em, found), input.overrideReason);
    await mustBeFit(context, found, to, { role: 'principal', stage });
    const { agentId: fromAgentId } = principal;
    const open = { state: 'proposed', proposedAt: context.now, settledAt: null, returnReason: null } as const;
    const handOver = context.add(HandOver, { ...input, fromAgentId, ...open });
    await widenScope(context, caseId, { agentIds: [toAgentId] });
    const who = { handOverId: handOver.id, fromAgentId, toAgentId, toAgentName: to.name };
    context.publish(assignmentEvents, 'handOverProposed', { caseId, ...who, stage, reason });
    return this.shown(context, handOver);
  }

  async accept(context: WorkContext, which: Input<typeof acceptHandOver>) {
    const { handOver, found } = await this.lock(context, which);
    const { caseId, toAgentId, stage, reason, overrideReason } = handOver;
    const before = await this.lockPrincipal(context, caseId);
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
    const { id: handOverId, caseId, fromAgentId, toAgentId } = handOver;
    handOver.state = 'returned';
    handOver.settledAt = context.now;
    handOver.returnReason = reason;
    const fact = { caseId, handOverId, fromAgentId, toAgentId, reason };
    context.publish(assignmentEvents, 'handOverReturned', fact);
    return this.shown(context, handOver);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listHandOvers>) {
    await mustSee(context, caseId);
    const handOvers = await context.em.find(HandOver, { where: { caseId }, order: { proposedAt: 'ASC' } });
    return { items: await handOverViews(context.em, handOvers) };
  }

  private async lockPrincipal(context: WorkContext, caseId: string): Promise<Assignment> {
    const principal = await context.lock(Assignment, { caseId, role: 'principal', validTo: IsNull() });
    if (!principal) throw fail('principal_missing');
    return principal;
  }

  /** The principal, or a manager of the institution that holds the case or of one above it. */
  private async mustPropose({ em, principal }: WorkContext, found: KnownCase, { agentId }: Assignment): Promise<void> {
    if (principal.agentId === agentId || (await manages(em, principal, await holderOf(em, found)))) return;
    const { name } = await em.findOneByOrFail(Agent, { id: agentId });
    throw fail('hand_over_not_yours', { name });
  }

  private async mustBeOnlyOne(context: WorkContext, caseId: string): Promise<void> {
    const open = fail('hand_over_open');
    context.onConflict('uq_hand_over_open', open);
    if (await context.em.existsBy(HandOver, { caseId, state: 'proposed' })) throw open;
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
    return handOverView(context.em, handOver);
  }
}
