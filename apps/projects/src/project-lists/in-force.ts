import type { EntityManager } from 'typeorm';
import { GRADES } from '#libs/contracts/projects.js';
import type { Grade } from '#libs/contracts/projects.js';
import { ProjectList } from './project-list.entity.js';
import type { KeyedEntry } from './project-list.entity.js';

/** Names are compared without spaces and differences of width: 「(一期)」 and 「（一期）」 are one. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Ids of the lists in force in `year`: of each level and region the newest issue of the newest year that has begun (R2). */
export async function listsInForce(em: EntityManager, year: number): Promise<Set<string>> {
  const rows = await em.query<{ id: string }[]>(
    `SELECT DISTINCT ON (level, region_id) id FROM project_list WHERE year <= $1
     ORDER BY level, region_id, year DESC, list_version DESC`,
    [year],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface Listed {
  uscc: string;
  name: string;
}

export interface Membership {
  grade: Grade;
  /** Every list in force the project is on, in words. */
  reason: string;
}

const LEVELS = { province: '省级', city: '市级', county: '县级' };
const GRADE_WORDS: Record<Grade, string> = { national: '国家级', province: '省级', city: '市级', county: '县级' };

/** Where a project stands on the lists in force of `year`, the highest grade kept (R1); null when on none. */
export async function membershipOf(
  em: EntityManager,
  { uscc, name }: Listed,
  year: number,
): Promise<Membership | null> {
  const key = nameKey(name);
  return membership(await listsWith(em, { uscc, key }, year), { uscc, key }, year);
}

/** Every project of a unit on a list in force of `year`, by the key of its name. */
export async function membershipsOf(
  em: EntityManager,
  uscc: string,
  year: number,
): Promise<Map<string, Membership & { name: string }>> {
  const lists = await listsWith(em, { uscc }, year);
  const entries = lists.flatMap((list) => list.entries.filter((entry) => entry.uscc === uscc));
  const found = new Map<string, Membership & { name: string }>();
  for (const { key, projectName: name } of entries) {
    const standing = membership(lists, { uscc, key }, year);
    if (standing && !found.has(key)) found.set(key, { ...standing, name });
  }
  return found;
}

async function listsWith(em: EntityManager, probe: Partial<KeyedEntry>, year: number): Promise<ProjectList[]> {
  return await em
    .createQueryBuilder(ProjectList, 'list')
    .where('list.id = ANY (:inForce)', { inForce: [...(await listsInForce(em, year))] })
    .andWhere('list.entries @> :probe::jsonb', { probe: JSON.stringify([probe]) })
    .orderBy('list.year', 'DESC')
    .addOrderBy('list.level')
    .getMany();
}

function membership(
  lists: readonly ProjectList[],
  { uscc, key }: Pick<KeyedEntry, 'uscc' | 'key'>,
  year: number,
): Membership | null {
  const standings = lists.flatMap((list) => {
    const entry = list.entries.find((candidate) => candidate.uscc === uscc && candidate.key === key);
    return entry ? [{ list, grade: entry.grade }] : [];
  });
  const grade = GRADES.find((candidate) => standings.some((standing) => standing.grade === candidate));
  if (!grade) return null;
  const named = standings.map(({ list }) => describe(list, year)).join('、');
  return { grade, reason: `列入${named},认定为${GRADE_WORDS[grade]}项目` };
}

function describe({ year, level, issuingBody, basisDocument }: ProjectList, thisYear: number): string {
  const note = year < thisYear ? ',待更新' : '';
  return `${year}年度${LEVELS[level]}名单(${issuingBody},${basisDocument}${note})`;
}
