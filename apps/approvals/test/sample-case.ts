import { randomUUID } from 'node:crypto';
import { assignmentEvents, caseEvents, routingEvents } from '#libs/contracts/facts.js';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal, Role } from '#libs/identity/principal.js';
import { readReference } from '#libs/reference/reference.js';
import type { Operations } from '#libs/testing/operations.js';

const { samples } = readReference('data');
const GRADES = { 国家级: 'national', 省级重大: 'province', 市级重点: 'city', 县级重点: 'county' } as const;

/** The project of one row of data/sample_projects.csv. */
export function sampleProject(sampleId: string, over: Partial<ProjectSnapshot> = {}): ProjectSnapshot {
  const row = samples.find((each) => each.sampleId === sampleId);
  if (!row) throw new Error(`no sample ${sampleId}`);
  return {
    projectId: randomUUID(),
    number: `XM-${sampleId}`,
    name: row.projectName,
    projectCode: row.projectCode,
    unitId: randomUUID(),
    unitName: row.companyName,
    uscc: row.uscc,
    regionIds: [row.regionId],
    townName: row.town || null,
    scenario: row.scenario,
    projectType: row.projectType,
    industry: row.industryGbt4754,
    grade: GRADES[row.grade],
    totalInvestment: row.totalInvestment10kYuan,
    floorArea: row.floorAreaM2,
    landUse: row.landUse,
    landMode: row.landMode,
    existingLandDocument: row.existingLandDocument || null,
    constructionMonths: row.constructionMonths,
    facts: row.facts,
    ...over,
  };
}

export interface SampleCase {
  caseId: string;
  project: ProjectSnapshot;
  firstInstitutionId: string;
  /** Agents of the first institution, the city's. */
  manager: Principal;
  guide: Principal;
  helper: Principal;
  inspector: Principal;
  unit: Principal;
  /** A guide of an institution that has nothing to do with the case. */
  stranger: Principal;
}

export function agentOf(institutionId: string, role: Role, name: string = role): Principal {
  const agentId = randomUUID();
  return {
    ...PLATFORM,
    accountId: agentId,
    kind: 'agent',
    name,
    roles: [role],
    agentId,
    institutionId,
    institutionLevel: 'county',
    regionId: '370783',
  };
}

interface Applied {
  caseId?: string;
  sampleId?: string;
  project?: Partial<ProjectSnapshot>;
  entrusted?: string[] | null;
}

/** Applies for the service as the projects service would tell it; SP025, everything entrusted, unless said otherwise. */
export async function anAppliedCase(
  app: Operations,
  { caseId = randomUUID(), sampleId = 'SP025', project: over, entrusted = null }: Applied = {},
): Promise<SampleCase> {
  const project = sampleProject(sampleId, over);
  const firstInstitutionId = randomUUID();
  const appliedAt = '2026-11-23T09:00:00+08:00';
  await app.fact(caseEvents, 'applied', {
    caseId,
    number: `BDB-${sampleId}`,
    project,
    firstInstitutionId,
    entrusted,
    appliedAt,
  });
  return {
    caseId,
    project,
    firstInstitutionId,
    manager: agentOf(firstInstitutionId, 'manager', '总体管理员'),
    guide: agentOf(firstInstitutionId, 'guide', '指导员甲'),
    helper: agentOf(firstInstitutionId, 'helper', '服务员乙'),
    inspector: agentOf(firstInstitutionId, 'inspector', '督导员'),
    unit: {
      ...PLATFORM,
      accountId: randomUUID(),
      kind: 'unit',
      name: project.unitName,
      roles: ['unit'],
      unitId: project.unitId,
    },
    stranger: agentOf(randomUUID(), 'guide', '外人'),
  };
}

async function assign(
  app: Operations,
  caseId: string,
  role: 'principal' | 'guide',
  { agentId, name, institutionId }: Principal,
): Promise<void> {
  await app.fact(assignmentEvents, 'assigned', {
    caseId,
    assignmentId: randomUUID(),
    role,
    agentId: agentId ?? '',
    agentName: name,
    institutionId: institutionId ?? '',
    reason: '首接机构指派',
    from: '2026-11-23',
  });
}

/** The agents service told who the principal helper of a case is. */
export const assignPrincipal = (
  app: Operations,
  { caseId, firstInstitutionId }: SampleCase,
  name: string,
): Promise<void> => assign(app, caseId, 'principal', agentOf(firstInstitutionId, 'helper', name));

export const assignGuide = (app: Operations, caseId: string, guide: Principal): Promise<void> =>
  assign(app, caseId, 'guide', guide);

/** The case was transferred to an institution, which has received it. */
export async function transfer(
  app: Operations,
  { caseId, firstInstitutionId }: SampleCase,
  toInstitutionId: string,
): Promise<void> {
  const transferId = randomUUID();
  await app.fact(routingEvents, 'transferProposed', {
    caseId,
    transferId,
    ordinal: 1,
    direction: 'down',
    fromInstitutionId: firstInstitutionId,
    toInstitutionId,
    toInstitutionName: '寿光市帮代办机构',
    liaisonAgentId: randomUUID(),
    itemCodes: ['B02'],
    method: 'platform_upload',
    trackingNumber: null,
  });
  const receipt = { institutionId: toInstitutionId, institutionName: '寿光市帮代办机构', receipt: '已签收' };
  await app.fact(routingEvents, 'transferReceived', { caseId, transferId, ...receipt });
}

/** An item was granted on a day. */
export async function aDecision(
  app: Operations,
  { caseId, project }: SampleCase,
  itemCode: string,
  on: string,
): Promise<void> {
  await app.source.query(
    `INSERT INTO approval (id, version, number, case_id, item_code, item_name, applicant_unit_id, applicant_name,
       notify_and_commit, state, result, source, decided_on, limits)
     VALUES (gen_random_uuid(), 1, gen_random_uuid()::text, $1, $2, $2, $3, $4, false, 'decided', 'granted', 'platform', $5, '{}')`,
    [caseId, itemCode, project.unitId, project.unitName, on],
  );
}

/** An item was applied for at an instant and is in review. */
export async function aFiling(
  app: Operations,
  { caseId, project }: SampleCase,
  itemCode: string,
  submittedAt: string,
): Promise<string> {
  const id = randomUUID();
  await app.source.query(
    `INSERT INTO approval (id, version, number, case_id, item_code, item_name, applicant_unit_id, applicant_name,
       notify_and_commit, state, source, submitted_at, limits)
     VALUES ($1, 1, gen_random_uuid()::text, $2, $3, $3, $4, $5, false, 'in_review', 'platform', $6, '{}')`,
    [id, caseId, itemCode, project.unitId, project.unitName, submittedAt],
  );
  return id;
}

export async function aSpan(
  app: Operations,
  approvalId: string,
  { from, to }: { from: string; to: string | null },
): Promise<void> {
  await app.source.query(
    `INSERT INTO approval_span (id, version, approval_id, kind, cause, "from", "to", approver, stops_statutory, materials)
     VALUES (gen_random_uuid(), 1, $1, 'special_procedure', '专家评审', $2, $3, '李建国', true, '{}')`,
    [approvalId, from, to],
  );
}
