import { join } from 'node:path';
import { readReference } from '#libs/reference/reference.js';
import { isOpen } from './actions.js';
import type { PlannedItem } from './case.js';
import { relationTo, route } from './route.js';
import { anInput, directory, INSTITUTIONS, items, routed, SG, ZC } from './routing.fixture.js';

const reference = readReference(join(process.cwd(), 'data'));

/** Items of a worked example by level, with names and departments from the files. */
function planned(level: PlannedItem['level'], codes: string, regionId: string): PlannedItem[] {
  return codes.split(' ').map((code) => {
    const row = reference.items.find((item) => item.code === code);
    if (!row) throw new Error(`No item ${code}`);
    return {
      code,
      name: row.nameZh,
      level,
      needed: true,
      entrusted: true,
      counted: level === 'county' || level === 'city',
      regionIds: [regionId],
      lineDepartment: row.lineDept,
    };
  });
}

describe('SP025, received by the city, in 寿光', () => {
  const county = 'A01 A10 A11 B01 B02 B03 B07 C04 C06 D01 D06 D08 D09 D11 P05';
  const plan = [
    ...planned('county', county, '370783'),
    ...planned('city', 'P03', '370783'),
    ...planned('province', 'A12', '370783'),
  ];
  const routing = route(
    anInput({
      items: plan,
      directory: { ...directory, departments: reference.departments, regions: reference.regions },
    }),
  );

  it('15 county items of weight 21 against 1 of weight 1: the county is the main level', () => {
    expect(routing.tally).toEqual({ county: { items: 15, weight: 21 }, city: { items: 1, weight: 1 }, main: 'county' });
    expect(routing.mainLevel).toBe('county');
  });

  it('the first institution stays the city’s, 寿光 handles the case', () => {
    expect(routing).toMatchObject({ firstInstitutionId: 'WF', handlingInstitutionId: 'SG' });
  });

  it('goes over 寿光’s liaisons to 寿光, P03 stays, A12 goes the way of the line departments', () => {
    expect(routing.actions).toEqual([
      {
        kind: 'transfer_down',
        toInstitutionId: 'SG',
        liaisonIds: ['SG.liaison1', 'SG.liaison2', 'SG.liaison3'],
        copiedInstitutionIds: [],
        itemCodes: county.split(' '),
        reason: '县级15项、权重21,市级1项、权重1,主要审批事项在县级,属于下级权限,联系首席联络员,转交SG机构代办。',
      },
      { kind: 'stays', institutionId: 'WF', itemCodes: ['P03'], reason: '属于WF机构本级权限,留在首接机构办理。' },
      {
        kind: 'coordinate_province',
        fromDepartment: 'WF-ZRJ',
        toDepartment: 'SD-ZRT',
        itemCodes: ['A12'],
        reason:
          '“建设项目压覆重要矿产资源审批”属于省级以上权限,不转交;按业务对口由市自然资源和规划局协调山东省自然资源厅办理。',
      },
    ]);
  });

  it('relates every item to the city (R121)', () => {
    const relation = (code: string) => routing.relations.find((each) => each.code === code)?.relation;
    expect([relation('B02'), relation('P03'), relation('A12')]).toEqual(['下级', '本级', '协助']);
  });
});

it('SP022, received by 诸城: the case stays, P03 goes to the city’s chief contact of P03', () => {
  const plan = [
    ...planned('county', 'A01 A10 A11 B01 B02 B03 B07 C04 C06 C11 D01 D06 D08 D09 D11 P05', '370782'),
    ...planned('city', 'P03', '370782'),
  ];
  const routing = route(anInput({ first: ZC, items: plan }));
  expect(routing).toMatchObject({ firstInstitutionId: 'ZC', handlingInstitutionId: 'ZC', mainLevel: 'county' });
  expect(routing.actions).toHaveLength(2);
  expect(routing.actions[0]).toMatchObject({ kind: 'stays', institutionId: 'ZC' });
  expect(routing.actions[1]).toEqual({
    kind: 'contact_directly',
    institutionId: 'WF',
    chiefContactId: 'WF.P03',
    fallbackLiaisonIds: [],
    redLight: false,
    itemCodes: ['P03'],
    reason:
      '“建设项目环境影响报告表审批”属于少数事项且权限不在本层级,由首接机构直接联系WF机构该事项的首席帮代办联系人。',
  });
});

describe('what the roster lacks', () => {
  const without = (over: Partial<typeof directory>) => ({ directory: { ...directory, ...over } });
  const noLiaisonsIn = (id: string) =>
    without({ chiefLiaisons: directory.chiefLiaisons.filter(({ institutionId }) => institutionId !== id) });
  const noInstitution = (id: string) =>
    without({ institutions: directory.institutions.filter((each) => each.id !== id) });
  const noContacts = without({ chiefContacts: [] });

  it.each([
    ['WF', 'county:A10', 'gap chief_liaison: A10', noLiaisonsIn('SG')],
    ['WF', 'county:A10 city:P03 province:A12', 'gap chief_liaison: A10', noLiaisonsIn('SG')],
    ['SG', 'city:P03', 'gap chief_liaison: P03', noLiaisonsIn('WF')],
    ['TSG', 'county:A01', 'gap chief_liaison: A01', noLiaisonsIn('SG')],
    ['TSG', 'city:P03', 'gap chief_liaison: P03', noLiaisonsIn('WF')],
    ['WF', 'county:A10', 'transfer_down SG: A10', noLiaisonsIn('QZ')],
    ['WF', 'city:P03', 'stays WF: P03', noLiaisonsIn('WF')],
    ['WF', 'county:A10', 'gap institution: A10', noInstitution('SG')],
    ['SG', 'city:P03 none:Z12', 'gap institution: P03 Z12', noInstitution('WF')],
    ['WF', 'city:P03,P10 county:A01', 'stays WF: P03 P10; red null []: A01', noInstitution('SG')],
    ['SG', 'county:A10 city:P03', 'stays SG: A10; red WF [WF.liaison1]: P03', noContacts],
    [
      'WF',
      'city:P03,P10 county:A01',
      'stays WF: P03 P10; red SG [SG.liaison1 SG.liaison2 SG.liaison3]: A01',
      noContacts,
    ],
    ['WF', 'city:B02 county:A01', 'stays WF: B02; red SG []: A01', without({ chiefContacts: [], chiefLiaisons: [] })],
    ['WF', 'city:B02 province:A12', 'gap province_department: A12', without({ departments: [] })],
  ] as const)('first %s, %j → %s', (first, text, actions, lacking) => {
    expect(routed({ first: INSTITUTIONS[first], ...lacking, items: items(text) })).toBe(actions);
  });

  it('a county of the project without an institution is a gap', () => {
    const plan = items('city@寿光+青州:B02');
    expect(routed({ items: plan, leadRegionId: '370783', ...noInstitution('QZ') })).toBe('gap institution:');
  });

  it('a gap names what is missing and what to do', () => {
    const reasonOf = (over: Parameters<typeof routed>[0]) => route(anInput(over)).actions[0]?.reason;
    expect(reasonOf({ first: SG, items: items('city:P03'), ...noLiaisonsIn('WF') })).toBe(
      'WF机构尚未确定首席联络员,不能转交;请先确定首席联络员。',
    );
    expect(reasonOf({ items: items('county:A10'), ...noInstitution('SG') })).toBe(
      '寿光尚未设立帮代办机构;请先设立机构。',
    );
  });

  it('a line department without a body above it is a gap', () => {
    const plan = items('province:A12').map((item) => ({ ...item, lineDepartment: 'WF-CGJ' }));
    expect(routed({ items: plan })).toBe('gap province_department: A12');
  });
});

describe('the chief contact (R26)', () => {
  const contact = (id: string, itemCode: string | null, category: string | null) => ({
    id,
    institutionId: 'WF',
    itemCode,
    category,
  });
  const withContacts = (...chiefContacts: ReturnType<typeof contact>[]) => ({
    first: SG,
    items: items('county:A10 city:P03'),
    projectCategory: '工业',
    directory: { ...directory, chiefContacts },
  });

  it.each([
    ['of the item beats that of the category', [contact('c', null, '工业'), contact('i', 'P03', null)], 'contact i'],
    ['of the category stands in for the item', [contact('c', null, '工业')], 'contact c'],
    ['of another category is no contact', [contact('c', null, '医疗')], 'red WF [WF.liaison1]'],
    ['of another item is no contact', [contact('i', 'P10', null)], 'red WF [WF.liaison1]'],
  ])('%s', (_, contacts, expected) => {
    expect(routed(withContacts(...contacts))).toBe(`stays SG: A10; ${expected}: P03`);
  });

  it('of an item is not taken for a project without a category', () => {
    const options = { ...withContacts(contact('i', 'P10', null)), projectCategory: null };
    expect(routed(options)).toBe('stays SG: A10; red WF [WF.liaison1]: P03');
  });
});

it.each([
  ['county', 'WF', '下级'],
  ['county', 'SG', '本级'],
  ['county', 'QZ', '同级他区'],
  ['county', 'TSG', '上级'],
  ['city', 'WF', '本级'],
  ['city', 'SG', '上级'],
  ['city', 'TSG', '上级'],
  ['province', 'WF', '协助'],
  ['province', 'SG', '协助'],
  ['none', 'WF', '不计层级'],
  ['unknown', 'SG', '权限待确认'],
] as const)('an item of level %s is to %s %s (R121)', (level, first, relation) => {
  expect(items(`${level}:A10`).map((item) => relationTo(INSTITUTIONS[first], item))).toEqual([relation]);
});

describe('reasons', () => {
  const routing = (text: string, over: Parameters<typeof routed>[0] = {}) =>
    route(anInput({ items: items(text), ...over })).actions.map(({ reason }) => reason);

  it.each([
    ['county:A01', {}, '县级1项、权重1,市级0项、权重0,主要审批事项在县级,属于下级权限,联系首席联络员,转交SG机构代办。'],
    ['city:P03', {}, '县级0项、权重0,市级1项、权重1,主要审批事项在市级,由首接机构WF机构办理。'],
    ['none:Z12', {}, '委托事项中没有计入层级的审批事项,由首接机构WF机构办理。'],
    [
      'county:A01',
      { override: { mainLevel: 'city' as const, reason: '单位要求' } },
      '首接机构人工确定主要审批事项在市级(理由:单位要求),由首接机构WF机构办理。',
    ],
    ['county:A01 city:P03', {}, '县级权重1、市级权重1,均未过半。'],
    ['unknown:P07', {}, '“事项P07”权限待确认,确认前不能确定主要层级。'],
  ])('%s with %o: %s', (text, over, reason) => {
    expect(routing(text, over)[0]).toBe(reason);
  });

  it('name the lead and the partner of a project in two counties', () => {
    expect(routing('city@寿光+青州:B02', { leadRegionId: '370783' }).slice(1)).toEqual([
      '项目跨多个县(市、区),由QZ机构协同办理。',
      '项目跨多个县(市、区),由SG机构牵头办理。',
    ]);
  });

  it('every question says what to decide', () => {
    const questions = route(anInput({ items: items('unknown:P07,C09') })).actions.filter(isOpen);
    expect(questions.map((action) => action.kind === 'ask' && action.question)).toEqual([
      '请确认“事项C09”的权限层级。',
      '请确认“事项P07”的权限层级。',
    ]);
  });
});
