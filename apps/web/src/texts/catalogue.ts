import type { CatalogueItem, ITEM_STAGES } from '#libs/contracts/approvals/catalogue.js';
import type { z } from 'zod';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

type Level = z.infer<typeof CatalogueItem>['levels'][number];

export const itemStages = texts({
  立项用地规划许可: ['立项用地规划许可', 'Approval and land'],
  工程建设许可: ['工程建设许可', 'Design'],
  施工许可: ['施工许可', 'Construction permit'],
  竣工验收: ['竣工验收', 'Completion'],
  并行推进: ['并行推进', 'In parallel'],
} satisfies Record<(typeof ITEM_STAGES)[number], Pair>);

export const itemLevels = texts({
  county: ['县级', 'County'],
  city: ['市级', 'City'],
  province: ['省级', 'Province'],
} satisfies Record<Level, Pair>);

/** 事项库: what there is to handle and what each needs. */
export const catalogue = texts({
  backToList: ['回到事项列表', 'Back to the items'],
  find: ['事项名称或编码', 'Name or code'],
  level: ['办理层级', 'Level'],
  stage: ['阶段', 'Stage'],
  choose: ['选择左边的事项,查看办事指南', 'Choose an item to read its guide'],
  nothing: ['没有符合条件的事项,请换个词再找', 'Nothing matches: try another word'],
  count: (count: number) => [`${count} 项`, `${count}`],
  kind: ['事项类型', 'Kind'],
  applicant: ['申请人', 'Applicant'],
  applicants: (who: 'unit' | 'government') =>
    who === 'unit' ? ['项目单位', 'The unit'] : ['政府部门,只需跟踪', 'The government; only followed'],
  levels: ['办理层级', 'Levels'],
  promised: ['承诺时限', 'Promised'],
  workdays: (days: number) => [`${days} 个工作日`, `${days} working days`],
  atOnce: ['即办或不计时', 'At once or without a limit'],
  statutory: ['法定时限', 'By law'],
  statutoryKind: (kind: 'max' | 'min' | 'unit_duty') =>
    ({
      max: ['审批最长时限', 'limit of the authority'] as const,
      min: ['最短等待期', 'waiting period'] as const,
      unit_duty: ['项目单位的期限', 'deadline of the unit'] as const,
    })[kind],
  span: (amount: number, unit: string) => [`${amount} ${unit}`, `${amount} ${unit}`],
  clockStops: ['不计入时限', 'Not counted'],
  output: ['结果文书', 'Result'],
  validity: ['有效期', 'Valid for'],
  condition: ['何时需要', 'When it is needed'],
  preApproval: ['可预审批', 'Pre-approval'],
  deferral: ['可容缺', 'Papers may follow'],
  notifyAndCommit: ['可告知承诺', 'Notify and commit'],
  partOf: (code: string) => [`并入 ${code} 办理`, `Handled inside ${code}`],
  prerequisites: ['前置事项', 'Before the decision'],
  noPrerequisites: ['没有前置事项', 'Nothing must come before'],
  materials: ['申请材料', 'Papers'],
  noMaterials: ['不需要材料', 'No papers needed'],
  material: ['材料', 'Paper'],
  source: ['来源', 'From'],
  importance: ['类别', 'Kind'],
  importances: (word: '核心要件' | '次要材料') =>
    word === '核心要件' ? ['核心要件', 'Essential'] : ['次要材料', 'Secondary'],
  deferrable: (days: number) => [`受理后 ${days} 个工作日内可补`, `May follow within ${days} working days`],
  competence: ['谁来办、依据什么', 'Who decides, and on what basis'],
  rule: ['适用情形', 'Applies to'],
  always: ['所有项目', 'Every project'],
  allRegions: ['全市', 'The whole city'],
  body: ['办理部门', 'Body'],
  legalBody: (name: string) => [`法定主体:${name}`, `By law: ${name}`],
  basis: ['依据', 'Basis'],
  forms: ['由系统按项目信息预填', 'Filled in from the project'],
  edition: (edition: number, from: string) => [
    `第${edition}版,${from}起施行`,
    `Edition ${edition}, in force since ${from}`,
  ],
});

/** Facts of the project on which the competence depends (data/competence.csv). */
export const conditions = texts({
  'annual_energy_tce>=5000': ['年综合能耗5000吨标准煤以上', 'From 5,000 tonnes of coal equivalent a year'],
  'approval_catalogue=city': ['核准目录规定由市级核准', 'The city’s by the approval catalogue'],
  'approval_catalogue=province': ['核准目录规定由省级核准', 'The province’s by the approval catalogue'],
  'eia_authority=province': ['环评目录规定由省级审批', 'The province’s by the EIA catalogue'],
  'forest_area_class=city': ['使用林地面积属市级权限', 'Forest area of the city’s class'],
  'forest_area_class=province': ['使用林地面积属省级权限', 'Forest area of the province’s class'],
  'funding=city': ['市级财政投资', 'Funded by the city'],
  'relic_class=city': ['涉及市级文物保护单位', 'A relic of the city'],
  'relic_class=national': ['涉及全国重点文物保护单位', 'A national relic'],
  'relic_class=province': ['涉及省级文物保护单位', 'A relic of the province'],
  'residential_floor_area_m2>300000': ['住宅建筑面积30万平方米以上', 'Over 300,000 m² of housing'],
  'river_class=city': ['涉及市管河道', 'A river of the city'],
  'river_class=province': ['涉及省管河道', 'A river of the province'],
  'road_class=county': ['涉及县乡道路', 'A county road'],
  'road_class=national': ['涉及国道', 'A national road'],
  'road_class=province': ['涉及省道', 'A provincial road'],
  'single_building_m2>20000 and building_class=large_public': [
    '单体2万平方米以上的大型公共建筑',
    'Large public buildings over 20,000 m²',
  ],
  'voltage_kv>=35': ['电压35千伏以上', 'From 35 kV'],
  'water_volume_class=city': ['取水量属市级权限', 'Water volume of the city’s class'],
  'water_volume_class=province': ['取水量属省级权限', 'Water volume of the province’s class'],
});
