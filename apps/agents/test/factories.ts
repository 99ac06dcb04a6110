import { randomUUID } from 'node:crypto';
import { appointAgent, appointChiefLiaison, establishInstitution } from '#libs/contracts/agents.js';
import type { Agent, Institution } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { caseEvents, itemPlanEvents } from '#libs/contracts/facts.js';
import type { PlanItem, ProjectSnapshot } from '#libs/contracts/facts.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { Operations } from '#libs/testing/operations.js';

const someone = (values: Partial<Principal>): Principal => ({ ...PLATFORM, accountId: randomUUID(), ...values });

export const administrator = someone({ kind: 'administrator', name: '管理员', roles: ['administrator'] });
export const aUnit = (unitId: string): Principal =>
  someone({ kind: 'unit', name: '单位经办', roles: ['unit'], unitId });

/** Someone signed in as this agent. */
export const as = (agent: Agent, { level }: Pick<Institution, 'level'>): Principal =>
  someone({
    kind: 'agent',
    name: agent.name,
    roles: agent.classes,
    agentId: agent.id,
    institutionId: agent.institutionId,
    institutionLevel: level,
    regionId: agent.regionId,
  });

const REGIONS = { 潍坊: '370700', 寿光: '370783', 诸城: '370782', 青州: '370781' } as const;

export const anInstitution = (
  app: Operations,
  name: keyof typeof REGIONS,
  parentId: string | null = null,
  asked: { now?: string } = {},
) =>
  app.run(
    establishInstitution,
    {
      name: `${name}帮代办中心`,
      level: parentId === null ? 'city' : 'county',
      regionId: REGIONS[name],
      parentId,
      servicePoint: `${name}政务服务中心`,
      hotline: '0536-5100000',
    },
    administrator,
    asked,
  );

let agents = 0;

/** A helper of all four stages who has passed the base course, unless told otherwise. */
export function anAgent(
  app: Operations,
  { id: institutionId }: Institution,
  values: Partial<RawInput<typeof appointAgent>> = {},
): Promise<Agent> {
  agents += 1;
  const input: RawInput<typeof appointAgent> = {
    institutionId,
    name: `测试人员${agents}`,
    classes: ['helper'],
    source: 'established_post',
    helperStages: ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收'],
    orderNumber: `帮代办〔2026〕${agents}号`,
    workPhone: '0536-5100011',
    mobile: `1990000${String(agents).padStart(4, '0')}`,
    baseCoursePassedOn: '2026-01-09',
    ...values,
  };
  return app.run(appointAgent, input, administrator);
}

/** So many new agents of the institution, appointed as its chief liaisons. */
export async function liaisons(app: Operations, institution: Institution, count: number) {
  const appointed = [];
  for (let n = 0; n < count; n += 1) {
    const { id: agentId } = await anAgent(app, institution);
    appointed.push(await app.run(appointChiefLiaison, { agentId }, administrator));
  }
  return appointed;
}

/** The city and 寿光, each with a manager, a helper and chief liaisons. */
export async function aRoster(app: Operations) {
  const city = await anInstitution(app, '潍坊');
  const county = await anInstitution(app, '寿光', city.id);
  const cityManager = as(await anAgent(app, city, { classes: ['manager'] }), city);
  const cityHelper = as(await anAgent(app, city), city);
  const manager = as(await anAgent(app, county, { classes: ['manager'] }), county);
  const helperAgent = await anAgent(app, county);
  const helper = as(helperAgent, county);
  const [cityLiaison] = await liaisons(app, city, 1);
  const countyLiaisons = await liaisons(app, county, 3);
  return { city, county, cityManager, cityHelper, manager, helper, helperAgent, cityLiaison, countyLiaisons };
}

const NAMES: Record<string, string> = {
  A01: '企业投资项目备案',
  A10: '建设用地规划许可证核发',
  A12: '建设项目压覆重要矿床审批',
  B02: '建设工程规划许可证核发',
  C04: '建筑工程施工许可证核发',
  P03: '建设项目环境影响评价审批',
};

const STAGES: Record<string, string> = {
  A: '立项用地规划许可',
  B: '工程建设许可',
  C: '施工许可',
  P: '立项用地规划许可',
};

export function planItem(itemCode: string, level: PlanItem['level'], values: Partial<PlanItem> = {}): PlanItem {
  return {
    itemCode,
    name: NAMES[itemCode] ?? itemCode,
    stage: '立项用地规划许可',
    helperStage: STAGES[itemCode.charAt(0)] ?? '竣工验收',
    kind: '行政许可',
    need: 'needed',
    needReason: '项目类型需要',
    entrusted: true,
    itemClass: level === 'province' ? 4 : 1,
    mode: '代办',
    level,
    levelStep: 'R118',
    levelReason: '属地',
    legalBody: null,
    handlingBody: null,
    consultedBody: null,
    counted: level === 'county' || level === 'city',
    preApproval: false,
    ...values,
  };
}

/** As SP025: the main items in 寿光, P03 at the city, A12 at the province. */
export const MAINLY_COUNTY = [
  planItem('A01', 'county'),
  planItem('A10', 'county'),
  planItem('B02', 'county'),
  planItem('C04', 'county'),
  planItem('P03', 'city'),
  planItem('A12', 'province'),
];
export const COUNTY_CODES = ['A01', 'A10', 'B02', 'C04'];

const aProject = (values: Partial<ProjectSnapshot>): ProjectSnapshot => ({
  projectId: randomUUID(),
  number: 'XM2026-0001',
  name: '设施农业研究中心',
  projectCode: null,
  unitId: randomUUID(),
  unitName: '测试项目单位',
  uscc: '91370783MAX0025256',
  regionIds: ['370783'],
  townName: null,
  scenario: '工业',
  projectType: 'IND_WARE',
  industry: 'M7330 农业科学研究',
  grade: 'city',
  totalInvestment: 30_000,
  floorArea: 40_000,
  landUse: '工业用地',
  landMode: '出让',
  existingLandDocument: null,
  constructionMonths: 18,
  facts: {},
  ...values,
});

let cases = 0;

interface CaseOptions {
  items?: PlanItem[];
  project?: Partial<ProjectSnapshot>;
  /** false = applied and planned, not signed. */
  active?: boolean;
  now?: string;
}

/** A case that was applied for at this institution, planned and, unless told otherwise, active. */
export async function aCase(app: Operations, first: Institution, options: CaseOptions = {}): Promise<string> {
  const { items = MAINLY_COUNTY, project = {}, active = true, now = '2026-11-23T09:00:00+08:00' } = options;
  cases += 1;
  const caseId = randomUUID();
  const applied = {
    caseId,
    number: `BDB2026-${String(cases).padStart(4, '0')}`,
    project: aProject(project),
    firstInstitutionId: first.id,
    entrusted: null,
    appliedAt: now,
  };
  await app.fact(caseEvents, 'applied', applied, { now });
  await app.fact(itemPlanEvents, 'made', { caseId, version: 1, frozen: false, items }, { now });
  if (active) {
    const itemCodes = items.map(({ itemCode }) => itemCode);
    await app.fact(caseEvents, 'activated', { caseId, agreementId: randomUUID(), itemCodes }, { now });
  }
  return caseId;
}
