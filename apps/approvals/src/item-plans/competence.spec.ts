import fc from 'fast-check';
import type { ItemRow, Level } from '#libs/reference/rows.js';
import { levelOfBody } from './bodies.js';
import {
  aLevelInput,
  allItems,
  BELOW,
  BRANCH_DISTRICTS,
  catalogue,
  COUNTIES,
  IND,
  IND_FACTS,
  itemOf,
  REGION,
  SP025,
  SP025_FACTS,
  ZONES,
} from './competence.fixture.js';
import { decideLevel, type LevelDecision, type LevelInput } from './competence.js';

const decide = (code: string, over: Partial<LevelInput> = {}) => decideLevel(aLevelInput(code, over));
const inUnit = (...names: (keyof typeof REGION)[]) => ({ unitIds: names.map((name) => REGION[name]) });

const words = (text: string) => text.split(' ');
const NO_LEVEL = words(
  'A05 A06 A09 C01 C05 P04 D10 M01 M02 M03 M04 M05 M06 M07 Z01 Z02 Z03 Z04 Z05 Z06 Z08 Z09 Z12 ' +
    'Z13a Z13b Z13c Z14 Z17 Z18 G01 G02 G03 G04 X0',
);
const PROVINCE = words('A12 B05 B08');
const CITY = words('P03 P08 P09 P10');
const ASKED = words('A02 A03 A13 A14 B04 C09 P01 P02 P06 P07');
const BRANCH = words('A07 A08 A10 A11 B01 B02 B07 D01 D09');
const NO_BODY_IN_DISTRICTS = words('C03 D07 D05');
const COUNTY_ONLY = words('C06 C10');

function byLevel(codes: readonly string[], over: Partial<LevelInput>): Record<string, string[]> {
  const levels: Record<string, string[]> = {};
  for (const code of codes) (levels[decide(code, over).level] ??= []).push(code);
  for (const list of Object.values(levels)) list.sort();
  return levels;
}
const sorted = (...lists: string[][]) => lists.flat().sort();
const others = (...lists: string[][]) =>
  allItems
    .map(({ code }) => code)
    .filter((code) => !lists.flat().includes(code))
    .sort();

describe('every item, nothing recorded', () => {
  const codes = allItems.map(({ code }) => code);

  it.each(COUNTIES)('in county %s goes to the lowest level', (unit) => {
    expect(byLevel(codes, { unitIds: [unit] })).toEqual({
      none: sorted(NO_LEVEL),
      province: PROVINCE,
      city: CITY,
      unknown: ASKED,
      county: others(NO_LEVEL, PROVINCE, CITY, ASKED),
    });
  });

  it.each(BRANCH_DISTRICTS)('in district %s the branches and missing bodies stay with the city', (unit) => {
    expect(byLevel(codes, { unitIds: [unit] })).toEqual({
      none: sorted(NO_LEVEL),
      province: PROVINCE,
      city: sorted(CITY, BRANCH, NO_BODY_IN_DISTRICTS),
      unknown: ASKED,
      county: others(NO_LEVEL, PROVINCE, CITY, ASKED, BRANCH, NO_BODY_IN_DISTRICTS),
    });
  });

  it.each(ZONES)('in zone %s the city decides, and what only counties decide is asked', (unit) => {
    expect(byLevel(codes, { unitIds: [unit] })).toEqual({
      none: sorted(NO_LEVEL),
      province: PROVINCE,
      unknown: sorted(ASKED, COUNTY_ONLY),
      city: others(NO_LEVEL, PROVINCE, ASKED, COUNTY_ONLY),
    });
  });

  it('recorded facts below every threshold leave no question open', () => {
    expect(byLevel(codes, { ...inUnit('寿光'), facts: BELOW })).toEqual({
      none: sorted(NO_LEVEL),
      province: PROVINCE,
      city: sorted(CITY, ['P02']),
      county: others(NO_LEVEL, PROVINCE, CITY, ['P02']),
    });
  });
});

describe('expected numbers', () => {
  const levels = (codes: readonly string[], over: Partial<LevelInput>) =>
    codes.map((code) => ({ code, ...decide(code, over) }));
  const counts = (decisions: LevelDecision[]) =>
    (['county', 'city', 'province', 'unknown', 'none'] as const).map(
      (level) => decisions.filter((decision) => decision.level === level).length,
    );

  it('IND: 40 nodes, 19 counted, 17 county / 2 city / 0 province (R123)', () => {
    const decisions = levels(IND, { facts: IND_FACTS });
    expect(decisions).toHaveLength(40);
    expect(decisions.filter(({ counted }) => counted)).toHaveLength(19);
    expect(counts(decisions)).toEqual([17, 2, 0, 0, 21]);
  });

  it('IND without a recorded energy asks for P01 instead of calling it small', () => {
    const decisions = levels(IND, { facts: {} });
    expect(counts(decisions)).toEqual([16, 2, 0, 1, 21]);
    expect(decisions.find(({ level }) => level === 'unknown')?.code).toBe('P01');
  });

  it('IND by the highest or first listed level would be 1 / 16 / 2, and nothing would ever be transferred (R123)', () => {
    const counted = levels(IND, { facts: IND_FACTS }).filter(({ level }) => level !== 'none');
    const highest = counted.map(({ code }) => firstOf(['province', 'city', 'county'], itemOf(code)));
    const firstListed = counted.map(({ code }) => itemOf(code).level[0]);
    for (const choice of [highest, firstListed]) {
      const count = (level: Level) => choice.filter((each) => each === level).length;
      expect([count('county'), count('city'), count('province')]).toEqual([1, 16, 2]);
    }
  });

  it('SP025: 15 county of weight 21, P03 at the city, A12 at the province, 20 without a level', () => {
    const decisions = levels(SP025, { facts: SP025_FACTS });
    const codes = (level: LevelDecision['level']) =>
      decisions.filter((decision) => decision.level === level).map(({ code }) => code);
    expect(codes('county').sort()).toEqual(words('A01 A10 A11 B01 B02 B03 B07 C04 C06 D01 D06 D08 D09 D11 P05'));
    expect(codes('city')).toEqual(['P03']);
    expect(codes('province')).toEqual(['A12']);
    expect(codes('none').sort()).toEqual(
      words('A05 A09 C01 C05 D10 G01 G02 G03 M01 M02 M03 M04 M06 Z03 Z04 Z12 Z13a Z13c Z14 Z17'),
    );
    expect(decisions.every(({ legalBody, level }) => legalBody?.startsWith('SG-') || level !== 'county')).toBe(true);
    const key = new Set(['A10', 'B02', 'C04']);
    expect(codes('county').reduce((sum, code) => sum + (key.has(code) ? 3 : 1), 0)).toBe(21);
    expect(decisions.filter(({ counted }) => counted)).toHaveLength(16);
  });

  const firstOf = (order: readonly Level[], { level }: ItemRow) => order.find((each) => level.includes(each));
});

describe('bodies (R113)', () => {
  it.each([
    ['B02', '寿光', 'county', 'R118', 'SG-ZRJ', 'SG-ZRJ'],
    ['B02', '奎文', 'city', 'R118', 'WF-ZRJ', 'KW-ZRJ'],
    ['B02', '高新区', 'city', 'R118', 'WF-ZRJ', 'WF-ZRJ'],
    ['C04', '高新区', 'city', 'R118', 'WF-SPJ', 'WF-SPJ'],
    ['C04', '奎文', 'county', 'R118', 'KW-SPJ', 'KW-SPJ'],
    ['P03', '寿光', 'city', 'R119', 'WF-HBJ', 'SG-HBJ'],
    ['P03', '高新区', 'city', 'R119', 'WF-HBJ', 'WF-HBJ'],
    ['P10', '诸城', 'city', 'R119', 'WF-HBJ', 'ZC-HBJ'],
    ['P08', '诸城', 'city', 'R115', 'WF-YJJ', 'WF-YJJ'],
    ['A12', '寿光', 'province', 'R115', 'SD-ZRT', 'SD-ZRT'],
    ['C03', '寿光', 'county', 'R118', 'SG-QXJ', 'SG-QXJ'],
    ['C03', '奎文', 'city', 'R118', 'WF-QXJ', 'WF-QXJ'],
  ] as const)('%s in %s: %s by %s, legal %s, handling %s', (code, unit, ...answer) => {
    const { level, step, legalBody, handlingBody, consultedBody } = decide(code, inUnit(unit));
    expect([level, step, legalBody, handlingBody]).toEqual(answer);
    expect(consultedBody).toBeNull();
  });

  const without = (code: string) => ({
    ...catalogue,
    departments: catalogue.departments.filter((row) => row.code !== code),
  });

  it('a county without the function leaves it to its 审批服务局, which consults the city department', () => {
    expect(decide('B03', { catalogue: without('SG-GDB') })).toMatchObject({
      level: 'county',
      legalBody: 'SG-SPJ',
      handlingBody: 'SG-SPJ',
      consultedBody: 'WF-GDB',
      reason: '按项目所在地(寿光市),由寿光市行政审批服务局决定,并征求市国防动员办公室(人民防空办公室)意见。',
    });
  });

  it('a function whose fallback is the city goes to the city body, and the level with it', () => {
    expect(decide('D08', { catalogue: without('SG-ZJJ') })).toMatchObject({ level: 'city', legalBody: 'WF-ZJJ' });
  });

  it('forest land in a branch district is the city’s even without a branch row: the branch has no name of its own', () => {
    const facts = { forest_area_class: 'county' };
    expect(decide('A13', { ...inUnit('奎文'), facts })).toMatchObject({
      level: 'city',
      legalBody: 'WF-ZRJ',
      handlingBody: 'KW-ZRJ',
    });
  });

  it.each([
    ['B02', '寿光', '按项目所在地(寿光市),由寿光市自然资源和规划局办理。'],
    ['B02', '奎文', '按项目所在地(奎文区),由市自然资源和规划局决定、潍坊市自然资源和规划局奎文分局经办。'],
    ['P03', '寿光', '生态环境审批以市局名义作出,由市生态环境局决定、潍坊市生态环境局寿光分局经办。'],
    ['A12', '寿光', '按权限条目由山东省自然资源厅办理(依据:矿产资源法及压覆矿产管理规定)。'],
    ['P05', '寿光', '立项层级尚未确定,暂按项目所在地(寿光市),由寿光市行政审批服务局办理。'],
  ] as const)('the reason of %s in %s is said in words', (code, unit, reason) => {
    expect(decide(code, inUnit(unit)).reason).toBe(reason);
  });

  it('a region or body missing from the catalogue is a fault, not an answer', () => {
    expect(() => decide('B02', { unitIds: ['370799'] })).toThrow('No region 370799');
    expect(() => decide('B02', { catalogue: without('WF-ZRJ') })).toThrow('No department WF-ZRJ');
    expect(() => decide('B02', { unitIds: [] })).toThrow('at least one county or zone');
  });
});

describe('without a level (R114, R7)', () => {
  it.each([
    ['Z12', 3, '协助办理'],
    ['C01', 3, '协助办理'],
    ['M01', 2, '代办'],
    ['A05', null, '跟踪'],
    ['A06', null, '跟踪'],
    ['A09', null, '交易节点'],
    ['C05', null, '交易节点'],
    ['P04', null, '单位自办'],
    ['D10', null, '单位自办'],
    ['X0', null, '单位自办'],
    ['G01', null, '里程碑'],
  ])('%s is of class %s, mode %s, never counted', (code, itemClass, mode) => {
    expect(decide(code)).toMatchObject({ level: 'none', step: 'R114', itemClass, mode, counted: false });
  });

  it('A06 is tracked with its legal body', () => {
    expect(decide('A06')).toMatchObject({ legalBody: 'SD-ZRT', counted: false });
  });

  it('a utility keeps the level of its contact', () => {
    expect(decide('M01')).toMatchObject({ contactLevel: 'county', handlingBody: 'SG-GS' });
    expect(decide('M01', inUnit('奎文'))).toMatchObject({ contactLevel: 'city', handlingBody: 'WF-GS' });
    expect(decide('M03', { facts: { voltage_kv: 35 } })).toMatchObject({ contactLevel: 'city', handlingBody: 'WF-GD' });
    expect(decide('M03', { facts: { voltage_kv: 10 } })).toMatchObject({ contactLevel: 'county' });
  });

  it('a supply voltage not recorded leaves the contact open, not the routing', () => {
    const decision = decide('M03');
    expect(decision).toMatchObject({ level: 'none', contactLevel: null, handlingBody: null });
    expect(decision.questions).toEqual(['请补充登记“供电电压等级(千伏)”。']);
  });

  it('A14 keeps its level, but is only tracked on granted land', () => {
    const facts = { relic_class: 'city' };
    expect(decide('A14', { facts, grantedLand: true })).toMatchObject({ level: 'city', mode: '跟踪', counted: false });
    expect(decide('A14', { facts, grantedLand: false })).toMatchObject({ level: 'city', mode: '代办', counted: true });
  });

  it('a part of D06 is not counted beside it', () => {
    expect(decide('D03')).toMatchObject({ level: 'county', counted: false });
  });
});

describe('for any item, place and facts', () => {
  const item = fc.constantFrom(...allItems);
  const unitIds = fc.subarray([...COUNTIES, ...BRANCH_DISTRICTS, ...ZONES], { minLength: 1, maxLength: 3 });
  const level = fc.constantFrom<Level>('county', 'city', 'province');
  const facts = fc.record(
    {
      annual_energy_tce: fc.constantFrom(10, 5000, 9000),
      eia_authority: level,
      forest_area_class: level,
      relic_class: fc.constantFrom('national', 'province', 'city', 'county'),
      approval_catalogue: level,
      road_class: fc.constantFrom('national', 'province', 'county'),
      water_volume_class: level,
      river_class: level,
      voltage_kv: fc.constantFrom(10, 35, 110),
      single_building_m2: fc.constantFrom(100, 30000),
      building_class: fc.constantFrom('large_public', 'factory'),
      residential_floor_area_m2: fc.constantFrom(0, 400000),
      funding: fc.constantFrom('city', 'county', 'enterprise'),
    },
    { requiredKeys: [] },
  );
  const input = fc.record({ item, unitIds, facts, projectApprovalLevel: fc.option(level) });
  const decideAny = (over: Partial<LevelInput>) => decideLevel(aLevelInput('A01', over));

  it('the legal body has the decided level, and an open level asks', () => {
    fc.assert(
      fc.property(input, (over) => {
        const decision = decideAny(over);
        const { legalBody, level: decided, questions } = decision;
        if (decided === 'unknown') {
          expect([legalBody, decision.step, questions.length]).toEqual([null, 'R120', 1]);
        } else if (decided !== 'none') {
          expect(legalBody && levelOfBody(catalogue, legalBody)).toBe(decided);
          expect(over.item.level).toContain(decided);
        }
        expect(decideAny(over)).toEqual(decision);
      }),
      { numRuns: 2000 },
    );
  });

  it('a fact forgotten may open a decision, never turn it into another: unknown is not false', () => {
    fc.assert(
      fc.property(input, fc.nat(), (over, index) => {
        const names = Object.keys(over.facts);
        const forgotten = names[index % Math.max(names.length, 1)];
        const fewer = Object.fromEntries(Object.entries(over.facts).filter(([name]) => name !== forgotten));
        const [full, partial] = [decideAny(over), decideAny({ ...over, facts: fewer })];
        if (partial.level !== 'unknown' && partial.questions.length === 0) {
          expect([partial.level, partial.legalBody, partial.handlingBody]).toEqual([
            full.level,
            full.legalBody,
            full.handlingBody,
          ]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
