import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PROJECT_FACTS } from '#libs/reference/project-facts.js';
import { readReference } from '#libs/reference/reference.js';
import type { SampleProjectRow } from '#libs/reference/rows.js';
import { SCENARIOS } from '#libs/reference/scenarios.js';
import { parseTable } from '#libs/reference/table.js';
import { schedule } from '../roadmaps/schedule.js';
import { itemNeeds, type ProjectProfile } from './needs.js';

const { items, samples } = readReference('data');
const cell = z.string();
const roadmaps = parseTable(
  'roadmaps.csv',
  readFileSync('apps/approvals/test/fixtures/roadmaps.csv', 'utf8'),
  z.object({
    scenario: cell,
    code: cell,
    promisedWorkdays: cell,
    prereq: cell,
    approvalStart: cell,
    approvalEnd: cell,
    fullStart: cell,
    fullEnd: cell,
  }),
);
const codesOf = (scenario: string) =>
  roadmaps
    .filter((row) => row.scenario === scenario)
    .map((row) => row.code)
    .toSorted();

const profile = (given: Partial<ProjectProfile>): ProjectProfile => ({
  projectType: 'IND_WARE',
  scenario: '工业',
  industry: '',
  landMode: '出让',
  existingLand: 'none',
  facts: {},
  ...given,
});
const ofSample = (row: SampleProjectRow): ProjectProfile => ({
  ...row,
  industry: row.industryGbt4754,
  existingLand: row.existingLandDocument === '' ? 'none' : 'verified',
});
const sample = (id: string): ProjectProfile => {
  const row = samples.find((each) => each.sampleId === id);
  if (!row) throw new Error(`no sample ${id}`);
  return ofSample(row);
};

const inState = (project: ProjectProfile, state: string) =>
  itemNeeds(project, items)
    .filter((need) => need.state === state)
    .map((need) => need.code)
    .toSorted();
const need = (project: ProjectProfile, code: string) => itemNeeds(project, items).find((each) => each.code === code);

describe('the own set of a typical project', () => {
  it.each<[string, Partial<ProjectProfile>]>([
    ['IND', {}],
    ['WARE', { scenario: '仓储物流' }],
    ['COM', { projectType: 'SOC_GENERAL', scenario: '商业开发' }],
    ['RES', { projectType: 'SOC_GENERAL', scenario: '居住' }],
    ['LIN', { projectType: 'GOV_LINEAR', scenario: '市政线性', landMode: '划拨' }],
    ['MED', { projectType: 'GOV_BUILD', scenario: '医疗', landMode: '划拨' }],
    ['EDU', { projectType: 'GOV_BUILD', scenario: '教育', landMode: '划拨' }],
    ['REN', { projectType: 'RENEWAL', scenario: '老旧小区改造', landMode: '', existingLand: 'verified' }],
  ])('is exactly that of the roadmap %s', (scenario, given) => {
    expect(inState(profile(given), 'needed')).toEqual(codesOf(scenario));
    expect(inState(profile(given), 'to_be_checked')).toEqual([]);
  });

  it('is exactly the 37 items of SP025, from its recorded facts', () => {
    expect(inState(sample('SP025'), 'needed')).toEqual(codesOf('SP025'));
    expect(codesOf('SP025')).toHaveLength(37);
  });
});

describe('every sample project', () => {
  it.each(samples)('$sampleId $projectName has an answer for each item of its type and a roadmap', (row) => {
    const needs = itemNeeds(ofSample(row), items);
    const listed = items.filter((item) => item.projectTypes.includes(row.projectType) && item.partOf === null);
    expect(needs.map(({ code }) => code)).toEqual(listed.map(({ code }) => code));
    expect(needs.every(({ reason }) => /[一-鿿]/.test(reason))).toBe(true);

    const needed = new Set(needs.filter(({ state }) => state === 'needed').map(({ code }) => code));
    const { nodes } = schedule({ items: items.filter(({ code }) => needed.has(code)) }, 'full');
    expect(nodes.map(({ item }) => item.code)).toEqual(expect.arrayContaining(['C04', 'G01', 'G02', 'G03']));
    expect(nodes).toHaveLength(needed.size);
  });

  it('is settled by its facts and scenario, except where the scenario has no roadmap', () => {
    const open = samples.filter((row) => inState(ofSample(row), 'to_be_checked').length > 0);
    expect(open.map((row) => row.scenario)).toEqual(['养老']);
  });

  it.each([
    ['SP005', 'is the enterprise’s own renewal', ['A01', 'X0'], ['A03', 'A04', 'A09', 'B01', 'B04', 'Z13b']],
    ['SP006', 'is a hospital with radiology', ['P02', 'P11', 'P12', 'D13', 'C02'], ['P03', 'P04']],
    ['SP009', 'gets its scheme with the land', ['A05', 'A09', 'B02'], ['B01', 'Z13a', 'A07']],
    ['SP011', 'handles hazardous chemicals on its own land', ['P08', 'P09', 'Z05', 'C03', 'D07', 'X0'], ['A05', 'A10']],
    ['SP013', 'lays a main', ['A06', 'A08', 'C09'], ['C06', 'M01', 'C02']],
    ['SP017', 'is a home for the aged, not for sale', ['A09', 'B03'], ['P14', 'P15', 'G04', 'P11']],
    ['SP021', 'renews on newly allocated land', ['A03', 'A07', 'A08', 'A10', 'B01', 'Z13a'], ['X0', 'A09']],
    ['SP022', 'says its fire class itself', ['P03', 'C11', 'P05'], ['C02', 'D02', 'Z18', 'P10']],
    ['SP024', 'makes power from the sun on leased land', ['X0', 'C02', 'D02'], ['A09', 'P10']],
    ['SP029', 'sells homes', ['P14', 'P15', 'G04'], ['P03', 'D10']],
  ])('%s %s', (...[id, , needed, notNeeded]) => {
    expect(inState(sample(id), 'needed')).toEqual(expect.arrayContaining(needed));
    expect(inState(sample(id), 'not_needed')).toEqual(expect.arrayContaining(notNeeded));
  });
});

describe('a reason', () => {
  it('is the recorded fact', () => {
    expect(need(sample('SP025'), 'C02')).toEqual({
      code: 'C02',
      state: 'not_needed',
      reason: '不是特殊建设工程,消防备案在D06内',
      assumed: [],
      unknown: [],
    });
  });

  it('says so when it is only usual for the scenario, which is no evidence for 不涉及', () => {
    expect(need(profile({}), 'A13')).toMatchObject({
      state: 'not_needed',
      reason: '不占用林地(按“工业”的典型情形,请核实)',
      assumed: ['forest'],
    });
  });

  it('is a question where neither fact nor scenario decides', () => {
    expect(need(sample('SP017'), 'C02')).toEqual({
      code: 'C02',
      state: 'to_be_checked',
      reason: '待核实:是否为消防法规定的特殊建设工程?',
      assumed: [],
      unknown: ['special_fire'],
    });
  });

  it('is a question where the recorded word has no meaning, whatever is usual', () => {
    expect(need(profile({ facts: { eia_class: 'large' } }), 'P03')?.state).toBe('to_be_checked');
  });

  it('is the general one where an item is always needed', () => {
    expect(need(profile({}), 'C04')).toMatchObject({ state: 'needed', reason: '本类项目必办', assumed: [] });
  });
});

describe('what follows from other facts', () => {
  it.each([
    [{ annual_energy_tce: 999, annual_power_10k_kwh: 499 }, 'not_needed', []],
    [{ annual_energy_tce: 1000 }, 'needed', []],
    [{ annual_power_10k_kwh: 500 }, 'needed', []],
    [{ annual_energy_tce: 999 }, 'needed', ['energy_review']],
  ])('energy %p makes P01 %s', (facts, state, assumed) => {
    expect(need(profile({ facts }), 'P01')).toMatchObject({ state, assumed });
  });

  it.each([
    [{ site_area_ha: 0.4, earthwork_m3: 900 }, 'not_needed', '占地和土石方低于标准,免办水土保持'],
    [{ site_area_ha: 0.5 }, 'needed', '须编水土保持方案报告表'],
    [{ site_area_ha: 0.4, earthwork_m3: 50_000 }, 'needed', '须编水土保持方案报告书'],
    [{ site_area_ha: 0.4 }, 'needed', '须编水土保持方案报告表(按“工业”的典型情形,请核实)'],
  ])('earthwork %p makes P05 %s: %s', (facts, state, reason) => {
    expect(need(profile({ facts }), 'P05')).toMatchObject({ state, reason });
  });

  it('an industry outside the discharge catalogue registers and needs no permit', () => {
    expect(need(profile({ industry: 'M7330 农业科学研究' }), 'P10')).toMatchObject({
      state: 'not_needed',
      assumed: [],
    });
    expect(need(profile({ industry: 'C3421' }), 'P10')?.state).toBe('needed');
  });

  it('a project in the ratification catalogue is ratified, not filed, and needs the land pre-examination', () => {
    const ratified = profile({ facts: { approval_catalogue: 'city' } });
    expect(inState(ratified, 'needed')).toEqual(expect.arrayContaining(['A02', 'A07']));
    expect(need(profile({}), 'A07')).toMatchObject({
      state: 'not_needed',
      reason: '土地以出让方式取得,未列入政府核准的投资项目目录(按“工业”的典型情形,请核实)',
      assumed: ['approval_catalogue'],
    });
    expect(need(ratified, 'A01')).toMatchObject({ state: 'not_needed', reason: '列入核准目录(市级核准)' });
  });
});

describe('the land of a project', () => {
  const land = ['A05', 'A07', 'A09', 'A10', 'A11', 'X0'];

  it.each<[string, Partial<ProjectProfile>]>([
    ['nobody has said how it is obtained', { landMode: '' }],
    ['its existing document is not verified', { existingLand: 'unverified' }],
  ])('is asked when %s', (_, given) => {
    expect(inState(profile(given), 'to_be_checked')).toEqual(land);
  });

  it('is X0 only for a verified document', () => {
    expect(need(profile({}), 'X0')).toMatchObject({ state: 'not_needed', reason: '土地以出让方式取得' });
    expect(need(profile({ existingLand: 'verified' }), 'X0')?.state).toBe('needed');
  });
});

describe('the rules', () => {
  it('leave no item of the catalogue without a rule', () => {
    const ruled = (
      ['GOV_BUILD', 'GOV_LINEAR', 'SOC_GENERAL', 'SOC_SMALL', 'SOC_PLANLAND', 'IND_WARE', 'RENEWAL'] as const
    )
      .flatMap((projectType) => itemNeeds(profile({ projectType, scenario: '' }), items))
      .filter(({ reason }) => !reason.startsWith('目录新增'));
    const codes = items.filter(({ partOf }) => partOf === null).map(({ code }) => code);
    expect([...new Set(ruled.map(({ code }) => code))].toSorted()).toEqual(codes.toSorted());
  });

  it('ask a person about an item that joins the catalogue later', () => {
    const [first] = items;
    const later = items.filter(({ code }) => code === first?.code).map((item) => ({ ...item, code: 'A99' }));
    expect(itemNeeds(profile({}), later)).toMatchObject([{ code: 'A99', state: 'to_be_checked' }]);
  });

  it('give every scenario only answers that its facts know', () => {
    const answers: Record<string, { answers: Record<string, string> }> = PROJECT_FACTS;
    for (const usual of Object.values(SCENARIOS)) {
      for (const [fact, answer] of Object.entries(usual)) expect(answers[fact]?.answers).toHaveProperty(String(answer));
    }
  });

  it('assume nothing in a scenario nobody has described', () => {
    expect(inState(profile({ scenario: '未知' }), 'to_be_checked')).toContain('P03');
  });
});
