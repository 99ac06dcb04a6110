import { groupByStage, itemRows, matching } from './item-rows.js';
import type { Item } from './item-rows.js';

const anItem = (over: Partial<Item>): Item => ({
  itemCode: 'A01',
  name: '企业投资项目备案',
  stage: '立项用地规划许可',
  need: 'needed',
  needReason: '',
  entrusted: true,
  mode: '代办',
  level: 'county',
  levelReason: '',
  departmentCode: 'SG-SPJ',
  departmentName: '寿光市行政审批服务局',
  state: 'not_started',
  since: null,
  expectedOn: null,
  light: null,
  documentNumber: null,
  ...over,
});

const items = [
  anItem({}),
  anItem({ itemCode: 'C04', name: '建筑工程施工许可证核发', stage: '施工许可', departmentName: null }),
  anItem({ itemCode: 'A02', name: '企业投资项目核准', need: 'not_needed' }),
];
const blocker = {
  itemCode: 'C04',
  name: '建筑工程施工许可证核发',
  sentence: '尚未办理,须先办结“备案”。',
  waitingFor: 'prerequisite' as const,
  who: '寿光市行政审批服务局',
  since: null,
};
const rows = itemRows({ of: { items }, plan: { items: [] }, blockers: [blocker], records: [] });
const codes = (found: typeof rows) => found.map(({ item }) => item.itemCode);

describe('the items of a case', () => {
  it('meet what they wait for by their code', () => {
    expect(rows.map((row) => row.blocker?.sentence ?? null)).toEqual([null, blocker.sentence, null]);
  });

  it('are found by need, and by code, name or department in any case', () => {
    expect(codes(matching(rows, { need: 'needed', q: '' }))).toEqual(['A01', 'C04']);
    expect(codes(matching(rows, { need: null, q: 'c04' }))).toEqual(['C04']);
    expect(codes(matching(rows, { need: null, q: ' 审批服务局 ' }))).toEqual(['A01', 'A02']);
  });

  it('stand by stage in the order of the first', () => {
    expect(groupByStage(rows).map(([stage, ofStage]) => [stage, codes(ofStage)])).toEqual([
      ['立项用地规划许可', ['A01', 'A02']],
      ['施工许可', ['C04']],
    ]);
  });
});
