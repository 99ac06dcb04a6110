import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReference } from './reference.js';
import { ReferenceFaults } from './table.js';

const copies: string[] = [];
afterAll(() => copies.forEach((dir) => rmSync(dir, { recursive: true })));

/** The faults of the real data after one change in one file. */
function faultsAfter(file: string, change: (text: string) => string) {
  const dir = mkdtempSync(join(tmpdir(), 'reference-'));
  copies.push(dir);
  cpSync('data', dir, { recursive: true });
  const text = change(readFileSync(join(dir, file), 'utf8'));
  rmSync(join(dir, file));
  writeFileSync(join(dir, file), text);
  try {
    readReference(dir);
  } catch (error) {
    if (error instanceof ReferenceFaults) return error.faults;
    throw error;
  }
  return [];
}

const swap = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in the file`);
  return changed;
};

describe('readReference', () => {
  it('reads every row of the data directory', () => {
    const reference = readReference('data');
    const counts = Object.fromEntries(Object.entries(reference).map(([name, rows]) => [name, rows.length]));
    expect(counts).toEqual({
      regions: 19,
      towns: 122,
      departments: 313,
      items: 87,
      materials: 247,
      competence: 106,
      samples: 30,
    });
  });

  it.each<[string, [string | RegExp, string], string, string]>([
    ['items.csv', ['A04;B01;Z12;Z13b', 'A04;B01;Z12;Z99'], 'prereq', 'Z99'],
    ['items.csv', [',D06,N,,Y,Y,,抽中', ',D96,N,,Y,Y,,抽中'], 'part_of', 'D96'],
    ['items.csv', ['A08,,Y,1,Y,Y', 'A98,,Y,1,Y,Y'], 'same_day_with', 'A98'],
    ['items.csv', ['WF-GDB,WF-GDB', 'WF-GDX,WF-GDB'], 'decider', 'WF-GDX'],
    ['items.csv', ['WF-GDB,WF-GDB', 'WF-GDB,WF-GDX'], 'line_dept', 'WF-GDX'],
    ['materials.csv', ['M01;M02;M03;M04', 'M01;M02;M03;M94'], 'source_items', 'M94'],
    ['materials.csv', ['item=B04', 'item=B94'], 'condition', 'B94'],
    ['materials.csv', [/^A01,/m, 'A91,'], 'item_code', 'A91'],
    ['competence.csv', [/^B05,/m, 'B95,'], 'item_code', 'B95'],
    ['competence.csv', ['SD-ZJT,SD-ZJT', 'SD-ZJX,SD-ZJT'], 'legal_body', 'SD-ZJX'],
    ['competence.csv', ['*-JTJ,*-JTJ', '*-JTJ,*-JTX'], 'handling_body', '*-JTX'],
    ['competence.csv', [/^B05,\*/m, 'B05,379999'], 'unit_ids', '379999'],
    ['departments.csv', ['FGW,SD-FGW', 'FGW,SD-FGX'], 'superior_code', 'SD-FGX'],
    ['departments.csv', ['city,370700', 'city,379900'], 'region_id', '379900'],
    ['regions.csv', ['county,370700', 'county,379900'], 'parent_id', '379900'],
    ['towns.csv', ['ZONE-GX', 'ZONE-XX'], 'zone_id', 'ZONE-XX'],
    ['town_overrides.csv', ['ZONE-GX', 'ZONE-XX'], 'zone_id', 'ZONE-XX'],
    ['sample_projects.csv', [',370702,潍', ',379902,潍'], 'region_id', '379902'],
  ])('refuses %s after the change %p', (file, [from, to], column, code) => {
    const faults = faultsAfter(file, swap(from, to)).filter((fault) => fault.column === column);
    expect(faults[0]).toMatchObject({ file, reason: `“${code}”不存在,请改正或先在对应的表中添加` });
    expect(faults[0]?.line).toBeGreaterThan(1);
  });

  it('refuses a sample whose town is not in its county or zone', () => {
    expect(faultsAfter('sample_projects.csv', swap('于河街道', '羊口镇'))).toEqual([
      { file: 'sample_projects.csv', line: 2, column: 'town', reason: '潍城区没有“羊口镇”,请按towns.csv改正' },
    ]);
  });

  it('names the path of a prerequisite cycle', () => {
    const faults = faultsAfter('items.csv', swap('5,Y,A05|A07;Z13a,', '5,Y,A05|A07;Z13a;C04,'));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.reason).toMatch(/^前置互为条件:.*B01 → .*,请断开其中一处$/);
  });

  it('reports the faults of several files at once', () => {
    const faults = faultsAfter('items.csv', (text) => text.replaceAll(',Y,', ',yes,'));
    expect(new Set(faults.map((fault) => fault.line)).size).toBeGreaterThan(50);
  });
});
