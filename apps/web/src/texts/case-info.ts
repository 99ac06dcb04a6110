import type { ASSIGNED_ROLES } from '#libs/contracts/agents/assignments.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

export const caseInfo = texts({
  project: ['项目', 'Project'],
  unit: ['项目单位', 'Project unit'],
  service: ['帮代办', 'Service'],
  edit: ['修改项目信息', 'Edit the project'],
  edited: ['已保存,相关事项会重新核定', 'Saved; the items concerned are decided anew'],
  nothingChanged: ['没有改动', 'Nothing was changed'],
  name: ['项目名称', 'Name'],
  number: ['项目编号', 'Number'],
  projectCode: ['项目代码', 'Project code'],
  projectCodeHint: ['可不填连字符', 'Hyphens may be left out'],
  oldCode: ['旧格式', 'old form'],
  regionIds: ['所在县市区', 'Counties and zones'],
  townName: ['镇街', 'Town'],
  scenario: ['场景', 'Scenario'],
  projectType: ['项目类型', 'Type'],
  industry: ['行业', 'Industry'],
  grade: ['级别', 'Grade'],
  totalInvestment: ['总投资(万元)', 'Investment (10,000 yuan)'],
  floorArea: ['建筑面积(平方米)', 'Floor area (m²)'],
  landUse: ['土地用途', 'Land use'],
  landMode: ['供地方式', 'Land supply'],
  existingLandDocument: ['已有用地手续', 'Existing land document'],
  constructionMonths: ['建设周期(月)', 'Months of construction'],
  investment: (amount: string) => [`${amount} 万元`, `${amount} 万元`],
  area: (amount: string) => [`${amount} ㎡`, `${amount} m²`],
  months: (count: number) => [`${count} 个月`, `${count} months`],
  uscc: ['统一社会信用代码', 'Credit code'],
  contact: ['联系人', 'Contact'],
  eligibility: ['认定依据', 'Eligible because'],
  entrusted: ['委托范围', 'Entrusted'],
  entrustedAll: ['全部事项', 'All items'],
  entrustedSome: (count: number) => [`${count} 个事项`, `${count} items`],
  appliedOn: ['申请日期', 'Applied'],
  closedOn: ['结案日期', 'Closed'],
  routing: ['承办建议', 'Routing'],
  roadmap: ['路线图', 'Roadmap'],
  roadmapSpan: (from: string, to: string, version: number) => [
    `${from} 至 ${to}(第${version}版)`,
    `${from} to ${to} (version ${version})`,
  ],
  milestones: ['里程碑', 'Milestones'],
  noMilestones: ['还没有到达的里程碑', 'No milestone reached yet'],
  openDuties: (names: string) => [`当时未完成:${names}`, `Open at that time: ${names}`],
});

export const assignedRoles = texts({
  principal: ['帮代办专人', 'Principal'],
  guide: ['审批流程指导员', 'Guide'],
  policy_adviser: ['政策宣讲员', 'Policy adviser'],
  member: ['团队成员', 'Member'],
} satisfies Record<(typeof ASSIGNED_ROLES)[number], Pair>);

export const projectTypes = texts({
  GOV_BUILD: ['政府投资房屋建筑', 'Government building'],
  GOV_LINEAR: ['政府投资线性工程', 'Government linear works'],
  SOC_GENERAL: ['社会投资一般项目', 'Private building'],
  SOC_SMALL: ['社会投资小型低风险', 'Small low-risk building'],
  SOC_PLANLAND: ['带方案出让', 'Land granted with a plan'],
  IND_WARE: ['工业仓储', 'Industry and storage'],
  RENEWAL: ['城市更新改造', 'Renewal'],
});

/** Counties, districts and zones of the city (data/regions.csv). */
export const regions = texts({
  '370702': ['潍城区', 'Weicheng'],
  '370703': ['寒亭区', 'Hanting'],
  '370704': ['坊子区', 'Fangzi'],
  '370705': ['奎文区', 'Kuiwen'],
  '370724': ['临朐县', 'Linqu'],
  '370725': ['昌乐县', 'Changle'],
  '370781': ['青州市', 'Qingzhou'],
  '370782': ['诸城市', 'Zhucheng'],
  '370783': ['寿光市', 'Shouguang'],
  '370784': ['安丘市', 'Anqiu'],
  '370785': ['高密市', 'Gaomi'],
  '370786': ['昌邑市', 'Changyi'],
  'ZONE-GX': ['高新区', 'High-tech zone'],
  'ZONE-BH': ['滨海区', 'Binhai zone'],
  'ZONE-XS': ['峡山区', 'Xiashan zone'],
  'ZONE-JJ': ['经济区', 'Economic zone'],
  'ZONE-BS': ['保税区', 'Bonded zone'],
});
