import type { z } from 'zod';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import type { Project as ProjectContract } from '#libs/contracts/projects.js';
import type { Unit } from '../units/unit.entity.js';
import type { Project } from './project.entity.js';

type Party = Pick<Unit, 'name' | 'uscc'>;

export const projectView = (project: Project, unit: Party): z.input<typeof ProjectContract> => ({
  ...project,
  unitName: unit.name,
  uscc: unit.uscc,
  enteredAt: project.enteredAt.toISOString(),
});

/** The project as the other services are told of it. */
export const snapshotOf = (project: Project, unit: Party): ProjectSnapshot => ({
  projectId: project.id,
  number: project.number,
  name: project.name,
  projectCode: project.projectCode,
  unitId: project.unitId,
  unitName: unit.name,
  uscc: unit.uscc,
  regionIds: project.regionIds,
  townName: project.townName,
  scenario: project.scenario,
  projectType: project.projectType,
  industry: project.industry,
  grade: project.grade,
  totalInvestment: project.totalInvestment,
  floorArea: project.floorArea,
  landUse: project.landUse,
  landMode: project.landMode,
  existingLandDocument: project.existingLandDocument,
  constructionMonths: project.constructionMonths,
  facts: project.facts,
});
