import { cityInstitution, countyInstitution, type Directory, type Institution } from './directory.js';
import type { MainLevel, Tally, WeighedItem, Weights } from './main-level.js';

export interface PlannedItem extends WeighedItem {
  name: string;
  /** Counties and zones the item is decided for; at least one. */
  regionIds: readonly string[];
  /** 行业主管部门 at the city, for the province's counterpart (R36). */
  lineDepartment: string | null;
}

export interface RoutingInput {
  first: Institution;
  /** The item plan in any order; items not entrusted are related but never moved (R8). */
  items: readonly PlannedItem[];
  directory: Directory;
  projectCategory: string | null;
  weights: Weights;
  /** The first institution's own choice of the main level (R33). */
  override: { mainLevel: MainLevel; reason: string } | null;
  /** The county the first institution proposes as lead of a project in several (R41, R42). */
  leadRegionId: string | null;
}

/** The input, weighed. */
export interface Case extends RoutingInput {
  /** Needed and entrusted, by code. */
  entrusted: readonly PlannedItem[];
  /** Counties and zones of the whole project. */
  regionIds: readonly string[];
  tally: Tally;
  mainLevel: MainLevel | null;
}

export const codesOf = (items: readonly PlannedItem[]): string[] => items.map(({ code }) => code);

export const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Which of several regions leads: the proposed one, else that of the handling, else of the first institution. */
export function leadingRegion(
  { leadRegionId, first }: Case,
  handling: Institution,
  regionIds: readonly string[],
): string | undefined {
  const preferred = [leadRegionId, handling.regionId, first.regionId];
  const [sole, ...others] = regionIds;
  return preferred.find((id) => id !== null && regionIds.includes(id)) ?? (others.length > 0 ? undefined : sole);
}

/** The institution at whose level and in whose region an item is decided; undefined = none there, or no such level. */
export function homeOf(routed: Case, handling: Institution, item: PlannedItem): Institution | undefined {
  if (item.level === 'city') return cityInstitution(routed.directory);
  const regionId = item.level === 'county' ? leadingRegion(routed, handling, item.regionIds) : undefined;
  return regionId === undefined ? undefined : countyInstitution(routed.directory, regionId);
}
