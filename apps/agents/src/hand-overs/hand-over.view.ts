import type { EntityManager } from 'typeorm';
import type { HandOver as View } from '#libs/contracts/agents.js';
import { agentsById } from '../staff/staff.js';
import type { HandOver } from './hand-over.entity.js';

export async function handOverViews(em: EntityManager, handOvers: readonly HandOver[]): Promise<View[]> {
  const agents = await agentsById(
    em,
    handOvers.flatMap(({ fromAgentId, toAgentId }) => [fromAgentId, toAgentId]),
  );
  return handOvers.map(({ overrideReason: _, proposedAt, settledAt, ...rest }) => ({
    ...rest,
    fromAgentName: agents.get(rest.fromAgentId)?.name ?? '',
    toAgentName: agents.get(rest.toAgentId)?.name ?? '',
    proposedAt: proposedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}

export async function handOverView(em: EntityManager, handOver: HandOver): Promise<View> {
  const [view] = await handOverViews(em, [handOver]);
  if (!view) throw new Error('one hand-over has one view');
  return view;
}
