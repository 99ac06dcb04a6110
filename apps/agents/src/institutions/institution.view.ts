import {
  appointAgent,
  appointChiefContact,
  appointChiefLiaison,
  editInstitution,
  endInstitution,
} from '#libs/contracts/agents.js';
import type { Institution as View } from '#libs/contracts/agents.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { regionNames } from '../reference/names.js';
import { managedBy } from './administration.js';
import type { Institution } from './institution.entity.js';

const MANAGED = [editInstitution, endInstitution, appointAgent, appointChiefLiaison, appointChiefContact];

export async function institutionViews(
  { em, principal }: QueryContext,
  institutions: readonly Institution[],
): Promise<View[]> {
  const isManaged = await managedBy(em, principal);
  const regions = await regionNames(
    em,
    institutions.map(({ regionId }) => regionId),
  );
  return institutions.map(({ validFrom, validTo, ...rest }) => ({
    ...rest,
    regionName: regions.get(rest.regionId) ?? rest.regionId,
    from: validFrom,
    to: validTo,
    actions: validTo === null && isManaged(rest.id) ? MANAGED.map(({ name }) => name) : [],
  }));
}

export async function institutionView(context: QueryContext, institution: Institution): Promise<View> {
  const [view] = await institutionViews(context, [institution]);
  if (!view) throw new Error('one institution has one view');
  return view;
}
