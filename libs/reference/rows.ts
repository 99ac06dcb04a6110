import { z } from 'zod';

// One schema a file of data/*.csv: snake_case header → camelCase field, cell text → typed value. README of the data: docs/reference-data.md.
// Each message says what to put into the cell; libs/reference/table.ts shows it with file, line and column.

const text = z.string();
const required = text.min(1, '请填写');
const word = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `请改为${words.join('、')}之一`);
const list = text.transform((cell) => (cell === '' ? [] : cell.split(';').map((part) => part.trim())));
const flag = word(['Y', 'N']).transform((cell) => cell === 'Y');
const count = text.regex(/^\d+$/, '请填写不带小数的数字').transform(Number);
const since = z.iso.date('请填写形如2021-01-01的日期');
const until = z
  .union([z.literal(''), z.iso.date()], '请留空或填写形如2021-01-01的日期')
  .transform((cell) => cell || null);
const optional = text.transform((cell) => cell || null);
/** One of the words, or empty for null. */
const maybe = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.union([z.literal(''), z.enum(words)], `请留空或改为${words.join('、')}之一`).transform((cell) => cell || null);
const confidence = word(['H', 'M', 'L']);

export const LEVELS = ['province', 'city', 'county'] as const;
/** Level at which an item may be decided; zones and counties are both `county` (R5). */
export type Level = (typeof LEVELS)[number];

export const PROJECT_TYPES = [
  'GOV_BUILD',
  'GOV_LINEAR',
  'SOC_GENERAL',
  'SOC_SMALL',
  'SOC_PLANLAND',
  'IND_WARE',
  'RENEWAL',
] as const;
export type ProjectType = (typeof PROJECT_TYPES)[number];

export const STAGES = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收', '并行推进'] as const;
/** The four stages a helper can be qualified for (R20); 并行推进 is only a stage of the catalogue. */
export const HELPER_STAGES = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收'] as const;
export const ITEM_KINDS = [
  '行政许可',
  '行政确认',
  '备案',
  '其他',
  '市政公用服务',
  '中介服务',
  '交易',
  '里程碑',
  '既有材料',
] as const;

/** AND of OR-groups: `A10;A11|A09` → [['A10'], ['A11', 'A09']]. */
const prerequisites = z
  .string()
  .transform((cell) =>
    cell === '' ? [] : cell.split(';').map((group) => group.split('|').map((code) => code.trim())),
  );

export const ItemRow = z.object({
  code: text.regex(/^[A-Z]\d{1,2}[a-c]?$/, '请填写事项编码,如A01、Z13a'),
  nameZh: required,
  nameEn: text,
  stage: word(STAGES),
  helperStage: word(HELPER_STAGES),
  kind: word(ITEM_KINDS),
  decider: optional,
  lineDept: optional,
  level: list.pipe(z.array(word(LEVELS))),
  applicant: word(['unit', 'government']),
  statutoryDays: count,
  statutoryUnit: word(['工作日', '日', '月']),
  deadlineKind: maybe(['max', 'min', 'unit_duty']),
  deadlineVariants: list,
  promisedWorkdays: count,
  approvalDaysCounted: flag,
  prereq: prerequisites,
  sameDayWith: optional,
  partOf: optional,
  preApproval: flag,
  conversionWorkdays: text
    .regex(/^\d*$/, '请留空或填写不带小数的数字')
    .transform((cell) => (cell === '' ? null : Number(cell))),
  deferral: flag,
  notifyAndCommit: flag,
  statutoryClockStop: list,
  promiseClockStop: list,
  validity: text,
  projectTypes: list.pipe(z.array(word(PROJECT_TYPES))),
  outputDoc: text,
  conditionNote: text,
  confidence,
});
export type ItemRow = z.infer<typeof ItemRow>;

export const MaterialRow = z.object({
  itemCode: required,
  itemNameZh: text,
  seq: count,
  materialCode: required,
  nameZh: required,
  nameEn: text,
  source: text,
  /** AND of OR-groups, as in prerequisites. */
  sourceItems: prerequisites,
  ifSourceAbsent: maybe(['ask_unit', 'not_applicable']),
  condition: text,
  form: flag,
  importance: word(['核心要件', '次要材料']),
  deferrable: flag,
  deferralWorkdays: count,
  preapprovalSubstitute: flag,
  note: text,
});
export type MaterialRow = z.infer<typeof MaterialRow>;

export const CompetenceRow = z.object({
  itemCode: required,
  unitIds: list,
  condition: text,
  level: word(LEVELS),
  legalBody: required,
  handlingBody: required,
  ruleKind: word(['fixed', 'threshold', 'branch', 'delegation']),
  basis: text,
  validFrom: since,
  validTo: until,
  confidence,
  note: text,
});
export type CompetenceRow = z.infer<typeof CompetenceRow>;

/** The hyphen keeps department codes apart from item codes. */
export const DepartmentRow = z.object({
  code: text.regex(/^[A-Z]{2}-[A-Z]+$/, '请填写部门编码,如WF-ZRJ'),
  nameZh: required,
  nameEn: text,
  level: word(['province', 'city', 'county', 'zone', 'utility']),
  regionId: required,
  function: required,
  superiorCode: optional,
  branchOfCity: flag,
  fallback: word(['county_spj', 'city', 'zone_delegation']),
  role: text,
  namedInJointPreReview: flag,
  source: text,
  confidence,
});
export type DepartmentRow = z.infer<typeof DepartmentRow>;

export const RegionRow = z.object({
  id: required,
  gbCode: optional,
  nbsCode: optional,
  nameZh: required,
  nameEn: text,
  level: word(['province', 'city', 'county', 'zone']),
  parentId: optional,
  validFrom: since,
  validTo: until,
  source: text,
  confidence,
  note: text,
});
export type RegionRow = z.infer<typeof RegionRow>;

const townCode = text.regex(/^\d{9}$/, '请填写9位镇街代码');

/** Towns that a zone runs although the national list has them under a county. */
export const TownOverrideRow = z.object({
  townCode,
  townNameZh: required,
  listedUnder: text.regex(/^\d{6}$/, '请填写6位区划代码'),
  zoneId: required,
  validFrom: since,
  validTo: until,
  confidence,
  note: text,
});
export type TownOverrideRow = z.infer<typeof TownOverrideRow>;

/** Of towns.csv, written by generate-towns.ts. `countyId` is null where only a zone runs the town (370772). */
export const TownRow = z.object({
  townCode,
  nameZh: required,
  countyId: optional,
  zoneId: optional,
  /** False for the four statistical areas that are no towns. */
  isTown: flag,
  validFrom: since,
});
export type TownRow = z.infer<typeof TownRow>;

/** Facts of a project: `key=value;…` with true/false and numbers typed. */
export type Facts = Record<string, string | number | boolean>;

const facts = list
  .pipe(z.array(text.regex(/^[a-z][a-z0-9_]*=[^=\s]+$/, '请写成“名称=值”,多项用分号隔开')))
  .transform((pairs): Facts => Object.fromEntries(pairs.map(typedFact)));

function typedFact(pair: string): [string, string | number | boolean] {
  const [key = '', value = ''] = pair.split('=');
  if (value === 'true' || value === 'false') return [key, value === 'true'];
  return [key, /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value];
}

export const SampleProjectRow = z.object({
  sampleId: text.regex(/^SP\d{3}$/, '请填写形如SP001的编号'),
  projectName: required,
  projectCode: required,
  companyName: required,
  uscc: text.length(18, '请填写18位统一社会信用代码'),
  regionId: required,
  regionZh: text,
  town: text,
  scenario: required,
  industryGbt4754: text,
  projectType: word(PROJECT_TYPES),
  splclx: count,
  totalInvestment10kYuan: count,
  floorAreaM2: count,
  landUse: text,
  landMode: text,
  existingLandDocument: text,
  grade: word(['国家级', '省级重大', '市级重点', '县级重点']),
  constructionMonths: count,
  facts,
  firstInstitution: word(['city', 'county']),
  contactPhone: text.regex(/^1\d{10}$/, '请填写11位手机号'),
  expectedRoutingNote: text,
  note: text,
});
export type SampleProjectRow = z.infer<typeof SampleProjectRow>;
