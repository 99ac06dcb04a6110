// Who can be found where on the day of routing: institutions, chief liaisons (R25), chief contacts (R26), departments.

export interface Institution {
  id: string;
  name: string;
  level: 'city' | 'county' | 'town';
  /** Region of regions.csv, nine digits for a town. */
  regionId: string;
  /** The institution above; null at the city. */
  parentId: string | null;
}

export interface ChiefLiaison {
  id: string;
  institutionId: string;
}

/** For one item or for one category of projects, never both (R26). */
export interface ChiefContact {
  id: string;
  institutionId: string;
  itemCode: string | null;
  category: string | null;
}

export interface Department {
  code: string;
  nameZh: string;
  superiorCode: string | null;
}

/** Only what is active and in office on the day. */
export interface Directory {
  institutions: readonly Institution[];
  chiefLiaisons: readonly ChiefLiaison[];
  chiefContacts: readonly ChiefContact[];
  departments: readonly Department[];
  regions: readonly { id: string; nameZh: string }[];
}

/** A region the directory does not name is shown by its id. */
export const regionName = ({ regions }: Directory, regionId: string): string =>
  regions.find(({ id }) => id === regionId)?.nameZh ?? regionId;

export const cityInstitution = ({ institutions }: Directory) => institutions.find(({ level }) => level === 'city');

export const countyInstitution = ({ institutions }: Directory, regionId: string) =>
  institutions.find((institution) => institution.level === 'county' && institution.regionId === regionId);

export const liaisonsOf = ({ chiefLiaisons }: Directory, institutionId: string): string[] =>
  chiefLiaisons
    .filter((liaison) => liaison.institutionId === institutionId)
    .map(({ id }) => id)
    .sort();

/** The contact of the item, else of the project's category: the item beats the category (R26). */
export function chiefContactOf(
  { chiefContacts }: Directory,
  institutionId: string,
  itemCode: string,
  category: string | null,
): string | null {
  const here = chiefContacts.filter((contact) => contact.institutionId === institutionId);
  const ofItem = here.find((contact) => contact.itemCode === itemCode);
  const ofCategory = category === null ? undefined : here.find((contact) => contact.category === category);
  return (ofItem ?? ofCategory)?.id ?? null;
}
