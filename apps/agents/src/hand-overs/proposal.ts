import { IsNull } from 'typeorm';
import { widenScope } from '#libs/case-scope/scope-keeper.js';
import type { proposeHandOver } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { assignmentEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { mustBeFit, mustBelong } from '../assignments/fitness.js';
import { holderOf, lockRunningCase } from '../cases/cases.js';
import type { KnownCase } from '../cases/cases.js';
import { manages } from '../institutions/administration.js';
import { Agent } from '../staff/agent.entity.js';
import { lockActiveAgent } from '../staff/staff.js';
import { HandOver } from './hand-over.entity.js';

type Proposal = Input<typeof proposeHandOver>;

interface Admitted {
  fromAgentId: string;
  to: Agent;
}

/** Refuses a proposal that may not be made; nothing is changed yet. */
export async function admitProposal(context: WorkContext, proposal: Proposal): Promise<Admitted> {
  const { caseId, toAgentId, stage } = proposal;
  const found = await lockRunningCase(context, caseId);
  const principal = await lockPrincipal(context, caseId);
  await mustPropose(context, found, principal);
  await mustBeOnlyOne(context, caseId);
  const to = await lockActiveAgent(context, toAgentId);
  if (to.id === principal.agentId) throw fail('assigned_already', { name: to.name });
  mustBelong(to, await holderOf(context.em, found), proposal.overrideReason);
  await mustBeFit(context, found, to, { role: 'principal', stage });
  return { fromAgentId: principal.agentId, to };
}

/** Opens what was admitted, and tells the one it is proposed to. */
export async function openProposal(
  context: WorkContext,
  proposal: Proposal,
  { fromAgentId, to }: Admitted,
): Promise<HandOver> {
  const { caseId, stage, reason } = proposal;
  const open = { state: 'proposed', proposedAt: context.now, settledAt: null, returnReason: null } as const;
  const handOver = context.add(HandOver, { ...proposal, fromAgentId, ...open });
  await widenScope(context, caseId, { agentIds: [to.id] });
  const who = { handOverId: handOver.id, fromAgentId, toAgentId: to.id, toAgentName: to.name };
  context.publish(assignmentEvents, 'handOverProposed', { caseId, ...who, stage, reason });
  return handOver;
}

/** It goes back: the principal stays. */
export function giveBack(context: WorkContext, handOver: HandOver, reason: string): void {
  const { id: handOverId, caseId, fromAgentId, toAgentId } = handOver;
  handOver.state = 'returned';
  handOver.settledAt = context.now;
  handOver.returnReason = reason;
  context.publish(assignmentEvents, 'handOverReturned', { caseId, handOverId, fromAgentId, toAgentId, reason });
}

export async function lockPrincipal(context: WorkContext, caseId: string): Promise<Assignment> {
  const principal = await context.lock(Assignment, { caseId, role: 'principal', validTo: IsNull() });
  if (!principal) throw fail('principal_missing');
  return principal;
}

/** One open hand-over a case at a time (R62). */
export async function mustBeOnlyOne(context: WorkContext, caseId: string): Promise<void> {
  const open = fail('hand_over_open');
  context.onConflict('uq_hand_over_open', open);
  if (await context.em.existsBy(HandOver, { caseId, state: 'proposed' })) throw open;
}

/** The principal, or a manager of the institution that holds the case or of one above it. */
async function mustPropose({ em, principal }: WorkContext, found: KnownCase, { agentId }: Assignment): Promise<void> {
  if (principal.agentId === agentId || (await manages(em, principal, await holderOf(em, found)))) return;
  const { name } = await em.findOneByOrFail(Agent, { id: agentId });
  throw fail('hand_over_not_yours', { name });
}
