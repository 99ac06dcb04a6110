import type { EntityManager } from 'typeorm';
import type { Institution as View } from '#libs/contracts/agents.js';
import { regionNames } from '../reference/names.js';
import type { Institution } from './institution.entity.js';

export async function institutionViews(em: EntityManager, institutions: readonly Institution[]): Promise<View[]> {
  const regions = await regionNames(
    em,
    institutions.map(({ regionId }) => regionId),
  );
  return institutions.map(({ validFrom, validTo, ...rest }) => ({
    ...rest,
    regionName: regions.get(rest.regionId) ?? rest.regionId,
    from: validFrom,
    to: validTo,
  }));
}

export async function institutionView(em: EntityManager, institution: Institution): Promise<View> {
  const [view] = await institutionViews(em, [institution]);
  if (!view) throw new Error('one institution has one view');
  return view;
}
