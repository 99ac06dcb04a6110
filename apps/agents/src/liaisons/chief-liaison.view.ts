import type { EntityManager } from 'typeorm';
import type { ChiefLiaison as View } from '#libs/contracts/agents.js';
import { regionNames } from '../reference/names.js';
import { agentsById } from '../staff/staff.js';
import type { ChiefLiaison } from './chief-liaison.entity.js';

export async function liaisonViews(em: EntityManager, liaisons: readonly ChiefLiaison[]): Promise<View[]> {
  const agents = await agentsById(
    em,
    liaisons.map(({ agentId }) => agentId),
  );
  const regions = await regionNames(
    em,
    liaisons.map(({ regionId }) => regionId),
  );
  return liaisons.map(({ validFrom, validTo, ...rest }) => ({
    ...rest,
    agentName: agents.get(rest.agentId)?.name ?? '',
    workPhone: agents.get(rest.agentId)?.workPhone ?? '',
    regionName: regions.get(rest.regionId) ?? rest.regionId,
    from: validFrom,
    to: validTo,
  }));
}

export async function liaisonView(em: EntityManager, liaison: ChiefLiaison): Promise<View> {
  const [view] = await liaisonViews(em, [liaison]);
  if (!view) throw new Error('one liaison has one view');
  return view;
}
