import type { z } from 'zod';
import type { ProjectListSummary } from '#libs/contracts/projects.js';
import type { Names } from '../directory/names.js';
import type { ProjectList } from './project-list.entity.js';

export interface Currency {
  inForce: ReadonlySet<string>;
  year: number;
  names: Names;
}

export function listView(list: ProjectList, { inForce, year, names }: Currency): z.input<typeof ProjectListSummary> {
  const current = inForce.has(list.id);
  return {
    ...list,
    regionName: names.get(list.regionId) ?? list.regionId,
    entryCount: list.entries.length,
    inForce: current,
    awaitingUpdate: current && list.year < year,
  };
}
