import type { Output } from '#libs/contracts/define.js';
import type { Client } from '#libs/client/client.js';
import {
  applyForService,
  draftAgreement,
  enterProject,
  listUnits,
  publishList,
  registerUnit,
  signAgreement,
} from '#libs/contracts/projects.js';
import { readReference } from '#libs/reference/reference.js';
import type { SampleProjectRow } from '#libs/reference/rows.js';
import type { House } from './house.js';
import type { Stage } from './stage.js';

export type Sample = SampleProjectRow;
export type Case = Output<typeof applyForService>;

const SAMPLES = new Map(readReference('data').samples.map((sample) => [sample.sampleId, sample]));
const GRADES = { 国家级: 'national', 省级重大: 'province', 市级重点: 'city', 县级重点: 'county' } as const;

export function sampleOf(id: string): Sample {
  const sample = SAMPLES.get(id);
  if (!sample) throw new Error(`没有示例项目 ${id}`);
  return sample;
}

/** One of the samples that is neither of the two of the story; the same seed gives the same. */
export function sampleBySeed(seed: number): Sample {
  const others = [...SAMPLES.values()].filter(({ sampleId }) => sampleId !== 'SP025' && sampleId !== 'SP022');
  const sample = others[Math.abs(Math.trunc(seed)) % others.length];
  if (!sample) throw new Error('没有示例项目');
  return sample;
}

export interface Entrant {
  sample: Sample;
  unit: Client;
  unitId: string;
  projectName: string;
}

/** A unit that is known or registered by the county's helper, with its account. */
export async function enrol(stage: Stage, house: House, sample: Sample): Promise<Entrant> {
  const helper = await house.person(sample.regionId, 'helper');
  const { items } = await helper.call(listUnits, { q: sample.uscc });
  const unit =
    items[0] ??
    (await helper.call(registerUnit, {
      name: sample.companyName,
      uscc: sample.uscc,
      contactName: '经办人',
      contactMobile: sample.contactPhone,
    }));
  const client = await stage.account(`u-${sample.sampleId.toLowerCase()}`, { kind: 'unit', unitId: unit.id });
  const projectName = `${sample.projectName}(演示${Date.now().toString(36)})`;
  return { sample, unit: client, unitId: unit.id, projectName };
}

/** The list of the business year on which the project stands, issued by whoever issues lists of its grade (R1–R5). */
export async function putOnList(stage: Stage, house: House, { sample, projectName }: Entrant): Promise<string> {
  const year = Number((await stage.today()).slice(0, 4));
  const grade = GRADES[sample.grade];
  const ofCounty = grade === 'county';
  const level = ofCounty ? 'county' : grade === 'city' ? 'city' : 'province';
  const publisher = ofCounty ? await house.person(sample.regionId, 'manager') : await stage.as('admin');
  const body = ofCounty ? `${sample.regionZh}人民政府` : level === 'city' ? '潍坊市人民政府' : '山东省人民政府';
  const list = await publisher.call(publishList, {
    year,
    level,
    issuingBody: body,
    basisDocument: `${ofCounty ? '县政发' : level === 'city' ? '潍发' : '鲁政字'}〔${year}〕8号`,
    basisDate: `${year}-01-20`,
    ...(ofCounty ? { regionId: sample.regionId } : {}),
    entries: [{ projectName, uscc: sample.uscc, grade }],
  });
  return `${body}${year}年度重大重点项目名单(${list.basisDocument},第${list.listVersion}次印发)`;
}

export async function enter({ sample, unit, projectName }: Entrant) {
  return await unit.call(enterProject, {
    name: projectName,
    regionIds: [sample.regionId],
    townName: sample.town || null,
    scenario: sample.scenario,
    projectType: sample.projectType,
    industry: sample.industryGbt4754,
    grade: GRADES[sample.grade],
    totalInvestment: sample.totalInvestment10kYuan,
    floorArea: sample.floorAreaM2,
    landUse: sample.landUse || '按规划条件',
    landMode: sample.landMode,
    existingLandDocument: sample.existingLandDocument || null,
    constructionMonths: sample.constructionMonths,
    facts: sample.facts,
  });
}

/** Application, agreement and both signatures: the case is active (R44). */
export async function sign(house: House, firstRegion: string, { unit }: Entrant, caseId: string): Promise<number> {
  const guide = await house.person(firstRegion, 'guide');
  const agreement = await guide.call(draftAgreement, { caseId });
  await unit.call(signAgreement, { caseId, agreementId: agreement.id });
  await guide.call(signAgreement, { caseId, agreementId: agreement.id });
  return agreement.items.length;
}

export async function apply(house: House, firstRegion: string, entrant: Entrant, projectId: string): Promise<Case> {
  const institutionId = house.office(firstRegion).institution.id;
  return await entrant.unit.call(applyForService, { projectId, institutionId, items: 'all' });
}

/** Where the sample says that the unit applied. */
export const firstRegionOf = ({ firstInstitution, regionId }: Sample): string =>
  firstInstitution === 'city' ? '370700' : regionId;
