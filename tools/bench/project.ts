import { randomUUID } from 'node:crypto';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import { sampleOf } from '../demo/projects.js';

/** SP025 of data/sample_projects.csv, as its owner would tell of it: a provincial project of 寿光. */
export function benchProject(): ProjectSnapshot {
  const row = sampleOf('SP025');
  return {
    projectId: randomUUID(),
    number: 'XM-BENCH',
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
    grade: 'province',
    totalInvestment: row.totalInvestment10kYuan,
    floorArea: row.floorAreaM2,
    landUse: row.landUse,
    landMode: row.landMode,
    existingLandDocument: row.existingLandDocument || null,
    constructionMonths: row.constructionMonths,
    facts: row.facts,
  };
}
