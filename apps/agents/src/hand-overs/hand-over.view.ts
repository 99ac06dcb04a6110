import { acceptHandOver, returnHandOver } from '#libs/contracts/agents.js';
import type { HandOver as View } from '#libs/contracts/agents.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { caseNames } from '../cases/cases.js';
import { agentsById } from '../staff/staff.js';
import type { HandOver } from './hand-over.entity.js';

export async function handOverViews({ em, principal }: QueryContext, handOvers: readonly HandOver[]): Promise<View[]> {
  const [agents, names] = await Promise.all([
    agentsById(
      em,
      handOvers.flatMap(({ fromAgentId, toAgentId }) => [fromAgentId, toAgentId]),
    ),
    caseNames(
      em,
      handOvers.map(({ caseId }) => caseId),
    ),
  ]);
  return handOvers.map(({ overrideReason: _, proposedAt, settledAt, ...rest }) => ({
    ...rest,
    ...names(rest.caseId),
    fromAgentName: agents.get(rest.fromAgentId)?.name ?? '',
    toAgentName: agents.get(rest.toAgentId)?.name ?? '',
    proposedAt: proposedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    actions:
      rest.state === 'proposed' && rest.toAgentId === principal.agentId
        ? [acceptHandOver.name, returnHandOver.name]
        : [],
  }));
}

export async function handOverView(context: QueryContext, handOver: HandOver): Promise<View> {
  const [view] = await handOverViews(context, [handOver]);
  if (!view) throw new Error('one hand-over has one view');
  return view;
}
