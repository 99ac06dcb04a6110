import { randomUUID } from 'node:crypto';
import type { Output, RawInput } from '#libs/contracts/define.js';
import { agentEvents, institutionEvents, itemPlanEvents, routingEvents } from '#libs/contracts/facts.js';
import type { PlanItem } from '#libs/contracts/facts.js';
import {
  applyForService,
  draftAgreement,
  enterProject,
  publishList,
  registerUnit,
  signAgreement,
} from '#libs/contracts/projects.js';
import type { CaseHead } from '#libs/contracts/projects.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal, Role } from '#libs/identity/principal.js';
import type { Operations } from '#libs/testing/operations.js';
import type { z } from 'zod';

export const SHOUGUANG = '0190a5f2-0000-7000-8000-000000000783';
export const CITY = '0190a5f2-0000-7000-8000-000000000700';

const someone = (values: Partial<Principal>): Principal => ({ ...PLATFORM, accountId: randomUUID(), ...values });

export const administrator = someone({ kind: 'administrator', name: '管理员', roles: ['administrator'] });

/** An agent of the institution of 寿光, unless told otherwise. */
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

export const aCityAgent = (role: Role): Principal =>
  anAgent(role, { institutionId: CITY, institutionLevel: 'city', regionId: '370700' });

export const aReviewer = (departmentCode: string): Principal =>
  someone({ kind: 'department', name: `${departmentCode}审批人员`, roles: ['reviewer'], departmentCode });

export const asUnit = (unitId: string): Principal =>
  someone({ kind: 'unit', name: '单位经办', roles: ['unit'], unitId });

const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
let units = 0;

/** A new credit code with its check digit. */
export function aUscc(): string {
  units += 1;
  const head = `91370783MA${String(units).padStart(7, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * SYMBOLS.indexOf(head.charAt(at)), 0);
  return head + SYMBOLS[(31 - (sum % 31)) % 31];
}

export const aUnit = (app: Operations, uscc = aUscc()) =>
  app.run(
    registerUnit,
    { name: `寿光示例公司${uscc.slice(-6)}`, uscc, contactName: '联系人甲', contactMobile: '19900000925' },
    anAgent('helper'),
  );

export const projectFields = (values: Partial<RawInput<typeof enterProject>> = {}): RawInput<typeof enterProject> => ({
  name: `示例项目${randomUUID().slice(0, 8)}`,
  regionIds: ['370783'],
  scenario: '工业',
  projectType: 'IND_WARE',
  industry: 'C2651 初级形态塑料制造',
  totalInvestment: 52_000,
  floorArea: 96_000,
  landUse: '工业用地',
  landMode: '出让',
  constructionMonths: 12,
  ...values,
});

export interface Entered {
  unit: Principal;
  uscc: string;
  project: Output<typeof enterProject>;
}

export async function aProject(app: Operations, values: Partial<RawInput<typeof enterProject>> = {}): Promise<Entered> {
  const { id, uscc } = await aUnit(app);
  const unit = asUnit(id);
  return { unit, uscc, project: await app.run(enterProject, projectFields(values), unit) };
}

export const listFields = (values: Partial<RawInput<typeof publishList>>): RawInput<typeof publishList> => ({
  year: 2026,
  level: 'county',
  regionId: '370783',
  issuingBody: '寿光市人民政府',
  basisDocument: '寿政发〔2026〕1号',
  basisDate: '2026-01-20',
  entries: [],
  ...values,
});

/** Puts a project on a further issue of the list of 寿光, which keeps what the issue before had. */
const listed = new WeakMap<Operations, RawInput<typeof publishList>['entries']>();
export async function listProject(app: Operations, { uscc, project }: Entered): Promise<void> {
  const entries = [...(listed.get(app) ?? []), { projectName: project.name, uscc, grade: 'county' as const }];
  listed.set(app, entries);
  await app.run(publishList, listFields({ entries }), administrator);
}

export async function institutions(app: Operations): Promise<void> {
  const shared = { parentId: null, servicePoint: '政务服务中心', active: true };
  const shouguang = {
    institutionId: SHOUGUANG,
    name: '寿光市帮代办服务中心',
    level: 'county',
    regionId: '370783',
  } as const;
  const city = { institutionId: CITY, name: '潍坊市帮代办服务中心', level: 'city', regionId: '370700' } as const;
  await app.fact(institutionEvents, 'established', { ...shared, ...shouguang });
  await app.fact(institutionEvents, 'established', { ...shared, ...city });
}

export const appoint = (app: Operations, { agentId, name, roles }: Principal, active = true) =>
  app.fact(agentEvents, 'appointed', {
    agentId: agentId ?? '',
    name,
    institutionId: SHOUGUANG,
    institutionLevel: 'county',
    regionId: '370783',
    classes: roles.filter(
      (role) => role === 'manager' || role === 'guide' || role === 'helper' || role === 'inspector',
    ),
    active,
  });

export const planItem = (values: Partial<PlanItem>): PlanItem => ({
  itemCode: 'C04',
  name: '建筑工程施工许可证核发',
  stage: '施工许可',
  helperStage: '施工许可',
  kind: '行政许可',
  need: 'needed',
  needReason: '项目需要',
  entrusted: true,
  itemClass: 1,
  mode: '代办',
  level: 'county',
  levelStep: 'R118',
  levelReason: '属地',
  legalBody: 'SG-SPJ',
  handlingBody: 'SG-SPJ',
  consultedBody: 'SG-ZJJ',
  counted: true,
  preApproval: true,
  ...values,
});

export const B02 = planItem({
  itemCode: 'B02',
  name: '建设工程规划许可证核发',
  stage: '工程建设许可',
  helperStage: '工程建设许可',
  consultedBody: 'SG-ZRJ',
});
export const C04 = planItem({});
export const OWN = planItem({
  itemCode: 'D10',
  name: '环保设施自主验收',
  stage: '竣工验收',
  helperStage: '竣工验收',
  entrusted: false,
  itemClass: null,
  level: 'none',
  legalBody: null,
  handlingBody: null,
  consultedBody: null,
});
export const TO_CHECK = planItem({
  itemCode: 'P07',
  name: '河道管理范围内建设方案审批',
  stage: '并行推进',
  need: 'to_be_checked',
  entrusted: false,
  consultedBody: null,
});

export const plan = (app: Operations, caseId: string, items: PlanItem[] = [B02, C04, OWN, TO_CHECK], version = 1) =>
  app.fact(itemPlanEvents, 'made', { caseId, version, frozen: false, items });

export interface Applied extends Entered {
  id: string;
  head: z.output<typeof CaseHead>;
}

/** A listed project of 寿光 whose unit has applied there. */
export async function anAppliedCase(app: Operations): Promise<Applied> {
  await institutions(app);
  const entered = await aProject(app);
  await listProject(app, entered);
  const input = { projectId: entered.project.id, institutionId: SHOUGUANG, items: 'all' as const };
  const head = await app.run(applyForService, input, entered.unit);
  return { ...entered, head, id: head.id };
}

/** Planned, agreed and signed by both. */
export async function anActiveCase(app: Operations, items?: PlanItem[]): Promise<Applied> {
  const applied = await anAppliedCase(app);
  await plan(app, applied.id, items);
  const { id: agreementId } = await app.run(draftAgreement, { caseId: applied.id }, anAgent('guide'));
  await app.run(signAgreement, { caseId: applied.id, agreementId }, applied.unit);
  await app.run(signAgreement, { caseId: applied.id, agreementId }, anAgent('guide'));
  return applied;
}

/** The case goes up to the city, which has received it. */
export async function transferToCity(app: Operations, caseId: string): Promise<void> {
  const transferId = randomUUID();
  await app.fact(routingEvents, 'transferProposed', {
    caseId,
    transferId,
    ordinal: 1,
    direction: 'up',
    fromInstitutionId: SHOUGUANG,
    toInstitutionId: CITY,
    toInstitutionName: '潍坊市帮代办服务中心',
    liaisonAgentId: randomUUID(),
    itemCodes: ['B02', 'C04'],
    method: 'platform_upload',
    trackingNumber: null,
  });
  const received = { institutionId: CITY, institutionName: '潍坊市帮代办服务中心', receipt: '已核对材料2份' };
  await app.fact(routingEvents, 'transferReceived', { caseId, transferId, ...received });
}
