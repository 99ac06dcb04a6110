import { join } from 'node:path';
import { readReference } from '#libs/reference/reference.js';
import type { CompetenceRow, Facts, ItemRow } from '#libs/reference/rows.js';
import type { LevelInput } from './competence.js';

const { competence, departments, items, regions, samples } = readReference(join(process.cwd(), 'data'));

export const catalogue = { competence, departments, regions };
export const allItems = items;
export const REGION = { 寿光: '370783', 青州: '370781', 诸城: '370782', 奎文: '370705', 高新区: 'ZONE-GX' } as const;
export const COUNTIES = ['370724', '370725', '370781', '370782', '370783', '370784', '370785', '370786'];
export const BRANCH_DISTRICTS = ['370702', '370703', '370704', '370705'];
export const ZONES = ['ZONE-GX', 'ZONE-BH', 'ZONE-XS', 'ZONE-JJ', 'ZONE-BS'];

/** The 40 nodes of roadmap IND. */
export const IND = (
  'A01 Z02 Z03 Z04 Z12 P05 A05 P01 P03 A09 Z13a A11 A10 B01 C05 Z13c B02 B03 C01 M01 ' +
  'M02 M03 M04 M06 Z14 B07 C06 C11 C04 G01 G02 Z17 D11 D01 P10 D08 D10 D06 G03 D09'
).split(' ');
/** What IND leaves unsaid and R123 needs: an energy below the 5000 tce of P01's row, or P01 is asked. */
export const IND_FACTS: Facts = { annual_energy_tce: 3000 };

/** Every fact the seeded conditions name, below every threshold. */
export const BELOW: Facts = {
  annual_energy_tce: 900,
  eia_authority: 'city',
  forest_area_class: 'county',
  relic_class: 'county',
  approval_catalogue: 'county',
  road_class: 'county',
  water_volume_class: 'county',
  river_class: 'county',
  voltage_kv: 10,
  single_building_m2: 3000,
  building_class: 'factory',
  residential_floor_area_m2: 0,
  funding: 'enterprise',
};

/** The 37 nodes of SP025 and its recorded facts. */
export const SP025 = (
  'A01 Z03 Z04 Z12 P05 A05 P03 A12 A09 Z13a A11 A10 B01 C05 Z13c B02 B03 C01 M01 M02 ' +
  'M03 M04 M06 Z14 B07 C06 C04 G01 D10 G02 Z17 D11 D01 D08 D06 G03 D09'
).split(' ');
export const SP025_FACTS = factsOf('SP025');

function factsOf(sampleId: string): Facts {
  const sample = samples.find((each) => each.sampleId === sampleId);
  if (!sample) throw new Error(`No sample ${sampleId}`);
  return sample.facts;
}

export function itemOf(code: string): ItemRow {
  const found = items.find((item) => item.code === code);
  if (!found) throw new Error(`No item ${code}`);
  return found;
}

/** A row that is not seeded: for B02, everywhere, without a condition, unless said otherwise. */
export const aRow = (over: Partial<CompetenceRow>): CompetenceRow => ({
  itemCode: 'B02',
  unitIds: ['*'],
  condition: '',
  level: 'city',
  legalBody: 'WF-ZRJ',
  handlingBody: 'WF-ZRJ',
  ruleKind: 'fixed',
  basis: '测试依据',
  validFrom: '2021-01-01',
  validTo: null,
  confidence: 'L',
  note: '',
  ...over,
});

/** The seeded catalogue with other competence rows. */
export const withRows = (...rows: CompetenceRow[]) => ({ ...catalogue, competence: rows });

/** An item of a project in 寿光, nothing recorded. */
export const aLevelInput = (code: string, over: Partial<LevelInput> = {}): LevelInput => ({
  item: itemOf(code),
  unitIds: [REGION.寿光],
  facts: {},
  projectApprovalLevel: null,
  grantedLand: true,
  manual: null,
  onDay: '2026-11-23',
  catalogue,
  ...over,
});
