import type { CompetenceRow, DepartmentRow, ItemRow, Level, RegionRow } from '#libs/reference/rows.js';

// Which body stands behind a level (R113): the catalogue names city bodies; here they become a county's or the province's.

export type Body = Pick<DepartmentRow, 'code' | 'nameZh' | 'regionId' | 'superiorCode' | 'branchOfCity' | 'fallback'>;
export type Place = Pick<RegionRow, 'id' | 'nameZh' | 'level'>;

export interface Catalogue {
  competence: readonly CompetenceRow[];
  departments: readonly Body[];
  regions: readonly Place[];
}

export interface Bodies {
  legalBody: string;
  /** Another than the legal body at a branch (分局) or under a delegation (委托). */
  handlingBody: string;
  /** City body to be consulted where the county's 审批服务局 decides for want of a body of its own. */
  consultedBody: string | null;
}

/** Bodies and the level at which the legal one decides. */
export interface Placed extends Bodies {
  level: Level;
}

/** One body decides and handles. */
export const alone = (code: string): Bodies => ({ legalBody: code, handlingBody: code, consultedBody: null });

/** Throws when the catalogue has no such body. */
export function department({ departments }: Catalogue, code: string): Body {
  const found = departments.find((row) => row.code === code);
  if (!found) throw new Error(`No department ${code} in the catalogue`);
  return found;
}

/** Throws when the catalogue has no such region. */
export function region({ regions }: Catalogue, id: string): Place {
  const found = regions.find((row) => row.id === id);
  if (!found) throw new Error(`No region ${id} in the catalogue`);
  return found;
}

/** Level of a body by its region: zones count as counties (R5), a branch acts in the city's name. */
export function levelOfBody(catalogue: Catalogue, code: string): Level {
  const { regionId, branchOfCity } = department(catalogue, code);
  const { level } = region(catalogue, regionId);
  if (branchOfCity) return 'city';
  return level === 'zone' ? 'county' : level;
}

/** The item's decider at the city, or its line department where the province decides. Throws for an item without either. */
export function cityBody(catalogue: Catalogue, { code, decider, lineDept }: ItemRow): string {
  const body = [decider, lineDept].find((each) => each !== null && levelOfBody(catalogue, each) === 'city');
  if (!body) throw new Error(`Item ${code} has no city body`);
  return body;
}

/** The item's decider at the province, or the body above its line department. Throws where there is none. */
export function provinceBody(catalogue: Catalogue, { code, decider, lineDept }: ItemRow): string {
  if (decider && levelOfBody(catalogue, decider) === 'province') return decider;
  const above = lineDept && department(catalogue, lineDept).superiorCode;
  if (!above) throw new Error(`Item ${code} has no provincial body`);
  return above;
}

/**
 * The body in a county or zone with the function of a city body; none there: that city body's fallback. A branch, and
 * a zone without a delegation row, leave the decision to the city, so the level may come back as city.
 */
export function bodyInUnit(catalogue: Catalogue, city: string, unitId: string): Placed {
  const under = (superior: string) =>
    catalogue.departments.find((row) => row.regionId === unitId && row.superiorCode === superior);
  const own = under(city);
  const body = own ?? (department(catalogue, city).fallback === 'county_spj' ? under('WF-SPJ') : undefined);
  if (!body || body.fallback === 'zone_delegation') return { level: 'city', ...alone(city) };
  if (body.branchOfCity) return { level: 'city', ...alone(city), handlingBody: body.code };
  return { level: 'county', ...alone(body.code), consultedBody: own ? null : city };
}
