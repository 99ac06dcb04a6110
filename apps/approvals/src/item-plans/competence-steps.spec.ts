import { aLevelInput, aRow, BELOW, REGION, withRows } from './competence.fixture.js';
import { decideLevel, type LevelInput } from './competence.js';

const decide = (code: string, over: Partial<LevelInput> = {}) => decideLevel(aLevelInput(code, over));
const inUnit = (...names: (keyof typeof REGION)[]) => ({ unitIds: names.map((name) => REGION[name]) });

describe('competence rows (R115)', () => {
  it.each([
    ['P01', { annual_energy_tce: 6000 }, 'province', 'SD-FGW'],
    ['P01', { annual_energy_tce: 5000 }, 'province', 'SD-FGW'],
    ['P01', { annual_energy_tce: 620 }, 'county', 'SG-FGW'],
    ['P02', { eia_authority: 'province' }, 'province', 'SD-HBT'],
    ['P02', { eia_authority: 'city' }, 'city', 'WF-HBJ'],
    ['P07', { river_class: 'province' }, 'province', 'SD-SLT'],
    ['P07', { river_class: 'city' }, 'city', 'WF-SPJ'],
    ['P07', { river_class: 'county' }, 'county', 'SG-SPJ'],
    ['A14', { relic_class: 'national' }, 'province', 'SD-WLT'],
    ['C09', { road_class: 'national' }, 'province', 'SD-JTT'],
    ['C09', { road_class: 'province' }, 'city', 'WF-JTJ'],
    ['C09', { road_class: 'county' }, 'county', 'SG-JTJ'],
    ['B04', { funding: 'city' }, 'city', 'WF-SPJ'],
    ['B04', { residential_floor_area_m2: 300001 }, 'city', 'WF-SPJ'],
    ['B04', { single_building_m2: 20001, building_class: 'large_public' }, 'city', 'WF-SPJ'],
    ['B04', BELOW, 'county', 'SG-SPJ'],
  ])('%s with %j: %s, %s', (code, facts, level, legalBody) => {
    expect(decide(code, { facts })).toMatchObject({ level, legalBody });
  });

  it.each([
    ['P07', {}, ['涉及河道的管理级别']],
    [
      'B04',
      { funding: 'enterprise', residential_floor_area_m2: 0, single_building_m2: 30000 },
      ['建筑类别(是否大型公建)'],
    ],
    ['B04', { funding: 'enterprise', single_building_m2: 3000 }, ['住宅小区总建筑面积(平方米)']],
    ['A03', {}, ['投资来源(市级投资、县级投资或企业投资)']],
  ])('%s with %j asks exactly for %j (R120)', (code, facts, names) => {
    const list = names.map((name) => `“${name}”`).join('、');
    expect(decide(code, { facts })).toMatchObject({
      level: 'unknown',
      step: 'R120',
      legalBody: null,
      itemClass: null,
      mode: null,
      counted: false,
      reason: `权限待确认:${list}尚未登记。`,
      questions: [`请补充登记${list}。`],
    });
  });

  const B02 = (rows: Parameters<typeof aRow>[0][], over: Partial<LevelInput> = {}) =>
    decide('B02', { catalogue: withRows(...rows.map(aRow)), ...over });
  const county = { level: 'county', legalBody: 'SG-ZRJ', handlingBody: 'SG-ZRJ' } as const;

  it('a row with a condition beats one without', () => {
    expect(B02([{}, { condition: 'forest=true', ...county }], { facts: { forest: true } }).level).toBe('county');
    expect(B02([{}, { condition: 'forest=true', ...county }], { facts: { forest: false } }).level).toBe('city');
  });

  it('a row with a condition on an unrecorded fact stops the row without', () => {
    expect(B02([{}, { condition: 'forest=true', ...county }]).level).toBe('unknown');
  });

  it('an unrecorded fact does not matter when the answer is the same either way', () => {
    expect(B02([{ condition: 'funding=city' }, { condition: 'forest=true' }], { facts: { forest: true } }).level).toBe(
      'city',
    );
  });

  it('named units beat everywhere, and a condition beats named units', () => {
    const named = { unitIds: ['370783'], ...county };
    expect(B02([{}, named]).level).toBe('county');
    expect(B02([{ condition: 'forest=true' }, named], { facts: { forest: true } }).level).toBe('city');
    expect(B02([{}, named], inUnit('诸城')).level).toBe('city');
  });

  it('two equal rows with different answers are asked', () => {
    const decision = B02([{}, county]);
    expect(decision.reason).toBe('权限待确认:同等适用的权限条目结论不一致。');
    expect(decision.questions).toEqual(['请首接机构确认“建设工程规划许可证核发”由哪一级办理。']);
  });

  it('two equal rows with the same answer decide', () => {
    expect(B02([{}, { basis: '另一依据' }])).toMatchObject({ level: 'city', step: 'R115' });
  });

  it.each([
    ['2021-05-31', 'county'],
    ['2021-06-01', 'city'],
    ['2022-06-30', 'city'],
    ['2022-07-01', 'county'],
  ])('on %s a row in force from 2021-06-01 to 2022-06-30 gives %s', (onDay, level) => {
    expect(B02([{ validFrom: '2021-06-01', validTo: '2022-06-30' }], { onDay }).level).toBe(level);
  });

  it('a row for one county does not decide a project in two', () => {
    expect(B02([{ unitIds: ['370783'], ...county }], inUnit('寿光', '青州')).step).toBe('R116');
  });

  it('a delegation gives a zone the county level while the legal body stays above', () => {
    const delegation = aRow({ ruleKind: 'delegation', unitIds: ['ZONE-GX'], level: 'county', handlingBody: 'GX-SPJ' });
    expect(B02([delegation], inUnit('高新区'))).toMatchObject({
      level: 'county',
      step: 'R115',
      legalBody: 'WF-ZRJ',
      handlingBody: 'GX-SPJ',
      itemClass: 1,
      mode: '代办',
      counted: true,
    });
  });

  it('a delegation to a branch stays with the city: a branch acts in its name', () => {
    const toBranch = { ruleKind: 'delegation', legalBody: 'SD-ZRT', handlingBody: 'KW-ZRJ' } as const;
    expect(B02([toBranch], inUnit('奎文'))).toMatchObject({ level: 'city', handlingBody: 'KW-ZRJ' });
  });

  it('an item of the province delegated to the city is done for the unit, though the catalogue knows no city level (R7)', () => {
    const delegated = aRow({ itemCode: 'A12', ruleKind: 'delegation', legalBody: 'SD-ZRT' });
    expect(decide('A12', { catalogue: withRows(delegated) })).toMatchObject({
      level: 'city',
      itemClass: 1,
      mode: '代办',
    });
  });

  it('a level outside the item’s own set is asked (R120)', () => {
    expect(decide('C06', inUnit('高新区'))).toMatchObject({
      level: 'unknown',
      reason: '权限待确认:按规则得出市级,但事项目录中本事项没有这一层级。',
    });
  });

  it('a county road in a zone is asked: the zone has no traffic department', () => {
    expect(decide('C09', { ...inUnit('高新区'), facts: { road_class: 'county' } })).toMatchObject({
      level: 'unknown',
      reason: '权限待确认:权限条目规定由县级办理,但潍坊高新技术产业开发区没有相应的部门。',
    });
  });
});

describe('across counties and after 立项 (R116, R117)', () => {
  it('a road in 寿光 and 青州 is decided by the city', () => {
    expect(decide('B02', inUnit('寿光', '青州'))).toMatchObject({
      level: 'city',
      step: 'R116',
      legalBody: 'WF-ZRJ',
      reason: '项目跨寿光市、青州市,由市级统一办理。',
    });
  });

  it('a level set that covers no two counties is asked', () => {
    expect(decide('C06', inUnit('寿光', '青州'))).toMatchObject({ level: 'unknown', step: 'R120' });
  });

  it('what the law fixes stays fixed across counties', () => {
    expect(decide('A12', inUnit('寿光', '青州')).step).toBe('R115');
    expect(decide('P03', inUnit('寿光', '青州'))).toMatchObject({ step: 'R116', handlingBody: 'WF-HBJ' });
  });

  it.each([
    ['P05', 'county', 'SG-SPJ'],
    ['P05', 'city', 'WF-SPJ'],
    ['P05', 'province', 'SD-SLT'],
    ['A07', 'county', 'SG-ZRJ'],
    ['A07', 'province', 'SD-ZRT'],
    ['A04', 'city', 'WF-SPJ'],
    ['P01', 'city', 'WF-FGW'],
    ['B04', 'city', 'WF-SPJ'],
  ] as const)('%s follows 立项 at the %s level: %s', (code, projectApprovalLevel, legalBody) => {
    const decision = decide(code, { facts: BELOW, projectApprovalLevel });
    expect(decision).toMatchObject({ level: projectApprovalLevel, step: 'R117', legalBody });
  });

  it('a level that the item does not have falls to the place', () => {
    expect(decide('A04', { projectApprovalLevel: 'province' })).toMatchObject({ level: 'county', step: 'R118' });
  });

  it('立项 at the county does not make a branch or a zone a county body', () => {
    const projectApprovalLevel = 'county';
    expect(decide('A07', { ...inUnit('奎文'), projectApprovalLevel })).toMatchObject({ level: 'city', step: 'R118' });
    expect(decide('P05', { ...inUnit('高新区'), projectApprovalLevel })).toMatchObject({ level: 'city', step: 'R118' });
  });

  it('A03 itself: city money at the city, other money at the place', () => {
    expect(decide('A03', { facts: { funding: 'city' } })).toMatchObject({ level: 'city', step: 'R117' });
    expect(decide('A03', { facts: { funding: 'county' } })).toMatchObject({ level: 'county', step: 'R118' });
  });

  it('what does not follow 立项 ignores it', () => {
    expect(decide('B02', { projectApprovalLevel: 'city' })).toMatchObject({ level: 'county', step: 'R118' });
  });
});

describe('by hand (R120)', () => {
  const manual = { level: 'city', body: null, reason: '经与水利部门确认' } as const;

  it('sets an open level, with the reason', () => {
    expect(decide('P07', { manual })).toMatchObject({
      level: 'city',
      step: 'manual',
      legalBody: 'WF-SPJ',
      reason: '人工确定为市级:经与水利部门确认',
      questions: [],
      counted: true,
    });
  });

  it('names the body where the place has none of its own', () => {
    const zone = { ...inUnit('高新区'), manual: { ...manual, level: 'county' } } as const;
    expect(decide('C06', zone)).toMatchObject({ level: 'county', legalBody: null });
    expect(decide('C06', { ...zone, manual: { ...zone.manual, body: 'GX-SPJ' } })).toMatchObject({
      legalBody: 'GX-SPJ',
    });
    expect(decide('C06', { ...zone, manual: { ...manual, level: 'province' } })).toMatchObject({ legalBody: null });
  });

  it('never overrules what the rules decide', () => {
    expect(decide('B02', { manual })).toMatchObject({ level: 'county', step: 'R118' });
    expect(decide('P07', { manual, facts: { river_class: 'province' } })).toMatchObject({ level: 'province' });
    expect(decide('Z12', { manual })).toMatchObject({ level: 'none' });
  });
});
