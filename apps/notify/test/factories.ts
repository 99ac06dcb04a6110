import { randomUUID } from 'node:crypto';
import type { FactData } from '#libs/contracts/define.js';
import { agentEvents, approvalEvents, assignmentEvents, caseEvents } from '#libs/contracts/facts.js';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal, Role } from '#libs/identity/principal.js';
import type { Operations } from '#libs/testing/operations.js';

export const SHOUGUANG = '0190a5f2-0000-7000-8000-000000000783';

const someone = (values: Partial<Principal>): Principal => ({ ...PLATFORM, accountId: randomUUID(), ...values });

export const administrator = someone({ kind: 'administrator', name: '管理员', roles: ['administrator'] });

export const reviewer = someone({ kind: 'department', roles: ['reviewer'], departmentCode: 'SG-SPJ' });

export const asUnit = (unitId: string): Principal =>
  someone({ kind: 'unit', name: '单位经办', roles: ['unit'], unitId });

/** An agent of the institution of 寿光. */
export const anAgent = (role: Role, values: Partial<Principal> = {}): Principal =>
  someone({
    kind: 'agent',
    name: `${role}甲`,
    roles: [role],
    agentId: randomUUID(),
    institutionId: SHOUGUANG,
    institutionLevel: 'county',
    regionId: '370783',
    ...values,
  });

const aProject = (name: string): ProjectSnapshot => ({
  projectId: randomUUID(),
  number: 'XM2026-0001',
  name,
  projectCode: null,
  unitId: randomUUID(),
  unitName: '鸢都示例公司',
  uscc: '91370702MAX000373X',
  regionIds: ['370783'],
  townName: null,
  scenario: '新建',
  projectType: 'SOC_GENERAL',
  industry: '2921',
  grade: 'county',
  totalInvestment: 12_000,
  floorArea: 30_000,
  landUse: '工业用地',
  landMode: '出让',
  existingLandDocument: null,
  constructionMonths: 18,
  facts: {},
});

export type Applied = FactData<typeof caseEvents, 'applied'>;

export const anApplication = (name = '年产5万吨新材料项目'): Applied => ({
  caseId: randomUUID(),
  number: 'BDB-2026-000123',
  project: aProject(name),
  firstInstitutionId: SHOUGUANG,
  entrusted: null,
  appliedAt: '2026-11-23T09:00:00+08:00',
});

/** A case that has just been applied for: its unit is told, and the manager of its first institution. */
export async function apply(app: Operations, application = anApplication()): Promise<Applied> {
  await app.fact(caseEvents, 'applied', application);
  return application;
}

export async function appointManager(app: Operations): Promise<string> {
  const agentId = randomUUID();
  await app.fact(agentEvents, 'appointed', {
    agentId,
    name: '王明',
    institutionId: SHOUGUANG,
    institutionLevel: 'county',
    regionId: '370783',
    classes: ['manager'],
    active: true,
  });
  return agentId;
}

/** Makes somebody the principal; the unit is told who, and the principal. */
export async function assignPrincipal(app: Operations, caseId: string): Promise<string> {
  const agentId = randomUUID();
  await app.fact(assignmentEvents, 'assigned', {
    caseId,
    assignmentId: randomUUID(),
    role: 'principal',
    agentId,
    agentName: '李华',
    institutionId: SHOUGUANG,
    reason: '本镇街项目',
    from: '2026-11-23',
  });
  return agentId;
}

export const aFiling = (caseId: string) => ({
  approvalId: randomUUID(),
  caseId,
  itemCode: 'C04',
  itemName: '建筑工程施工许可证核发',
  works: null,
  handlingBody: 'SG-SPJ',
});

export const decided = (caseId: string, verified: boolean): FactData<typeof approvalEvents, 'decided'> => ({
  ...aFiling(caseId),
  result: 'granted',
  documentNumber: '寿审批〔2026〕12号',
  decidedOn: '2026-11-23',
  verified,
  source: 'platform',
});
