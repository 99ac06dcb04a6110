import { findCycle } from './cycle.js';
import type {
  CompetenceRow,
  DepartmentRow,
  ItemRow,
  MaterialRow,
  RegionRow,
  SampleProjectRow,
  TownOverrideRow,
  TownRow,
} from './rows.js';
import type { Located, ReferenceFault } from './table.js';

/** All files of the reference data, each row with its line. */
export interface Tables {
  regions: Located<RegionRow>[];
  towns: Located<TownRow>[];
  overrides: Located<TownOverrideRow>[];
  departments: Located<DepartmentRow>[];
  items: Located<ItemRow>[];
  materials: Located<MaterialRow>[];
  competence: Located<CompetenceRow>[];
  samples: Located<SampleProjectRow>[];
}

/** What one file says about another and the other does not know; a prerequisite cycle is named by its path. */
export function linkFaults(tables: Tables): ReferenceFault[] {
  return [
    ...itemFaults(tables),
    ...regionFaults(tables),
    ...departmentFaults(tables),
    ...sampleTownFaults(tables),
    ...cycleFaults(tables.items),
  ];
}

/** A check of one column: the codes a row names, and which of them exist. */
function unknown<Row>(
  [file, column]: readonly [string, string],
  located: readonly Located<Row>[],
  codesOf: (row: Row) => readonly (string | null)[],
  known: (code: string) => boolean,
): ReferenceFault[] {
  return located.flatMap(({ line, row }) =>
    codesOf(row)
      .filter((code) => code !== null)
      .filter((code) => !known(code))
      .map((code) => ({ file, line, column, reason: `“${code}”不存在,请改正或先在对应的表中添加` })),
  );
}

function itemFaults({ items, materials, competence }: Tables): ReferenceFault[] {
  const codes = new Set(items.map(({ row }) => row.code));
  const known = (code: string) => codes.has(code);
  return [
    ...unknown(['items.csv', 'prereq'], items, (row) => row.prereq.flat(), known),
    ...unknown(['items.csv', 'part_of'], items, (row) => [row.partOf], known),
    ...unknown(['items.csv', 'same_day_with'], items, (row) => [row.sameDayWith], known),
    ...unknown(['materials.csv', 'item_code'], materials, (row) => [row.itemCode], known),
    ...unknown(['materials.csv', 'source_items'], materials, (row) => row.sourceItems.flat(), known),
    ...unknown(['materials.csv', 'condition'], materials, (row) => conditionItem(row.condition), known),
    ...unknown(['competence.csv', 'item_code'], competence, (row) => [row.itemCode], known),
  ];
}

/** `item=B04` → ['B04']; other conditions name no item. */
const conditionItem = (condition: string) => (condition.startsWith('item=') ? [condition.slice('item='.length)] : []);

function regionFaults({ regions, towns, overrides, departments, competence, samples }: Tables): ReferenceFault[] {
  const ids = new Set(regions.map(({ row }) => row.id));
  const known = (id: string) => ids.has(id);
  return [
    ...unknown(['regions.csv', 'parent_id'], regions, (row) => [row.parentId], known),
    ...unknown(['towns.csv', 'county_id'], towns, (row) => [row.countyId], known),
    ...unknown(['towns.csv', 'zone_id'], towns, (row) => [row.zoneId], known),
    ...unknown(['town_overrides.csv', 'zone_id'], overrides, (row) => [row.zoneId], known),
    ...unknown(['departments.csv', 'region_id'], departments, (row) => [row.regionId], known),
    ...unknown(
      ['competence.csv', 'unit_ids'],
      competence,
      (row) => row.unitIds,
      (id) => id === '*' || known(id),
    ),
    ...unknown(['sample_projects.csv', 'region_id'], samples, (row) => [row.regionId], known),
  ];
}

function departmentFaults({ departments, items, competence }: Tables): ReferenceFault[] {
  const codes = new Set(departments.map(({ row }) => row.code));
  const countyFunctions = new Set(
    departments.filter(({ row }) => row.level === 'county').map(({ row }) => `*-${row.function}`),
  );
  const known = (code: string) => codes.has(code);
  const body = (code: string) => known(code) || countyFunctions.has(code);
  return [
    ...unknown(['items.csv', 'decider'], items, (row) => [row.decider], known),
    ...unknown(['items.csv', 'line_dept'], items, (row) => [row.lineDept], known),
    ...unknown(['departments.csv', 'superior_code'], departments, (row) => [row.superiorCode], known),
    ...unknown(['competence.csv', 'legal_body'], competence, (row) => [row.legalBody], body),
    ...unknown(['competence.csv', 'handling_body'], competence, (row) => [row.handlingBody], body),
  ];
}

/** A sample's town lies in its own county or zone; zones without towns leave it empty. */
function sampleTownFaults({ towns, samples }: Tables): ReferenceFault[] {
  const places = new Set(towns.flatMap(({ row }) => [row.countyId, row.zoneId].map((id) => `${id} ${row.nameZh}`)));
  return samples
    .filter(({ row }) => row.town !== '' && !places.has(`${row.regionId} ${row.town}`))
    .map(({ line, row }) => ({
      file: 'sample_projects.csv',
      line,
      column: 'town',
      reason: `${row.regionZh}没有“${row.town}”,请按towns.csv改正`,
    }));
}

function cycleFaults(items: readonly Located<ItemRow>[]): ReferenceFault[] {
  const byCode = new Map(items.map((item) => [item.row.code, item]));
  const cycle = findCycle(byCode.keys(), (code) => byCode.get(code)?.row.prereq.flat() ?? []);
  if (!cycle) return [];
  const line = byCode.get(cycle[0] ?? '')?.line ?? 1;
  return [{ file: 'items.csv', line, column: 'prereq', reason: `前置互为条件:${cycle.join(' → ')},请断开其中一处` }];
}
