import type { EntityManager } from 'typeorm';
import { GRADES } from '#libs/contracts/projects.js';
import type { Grade } from '#libs/contracts/projects.js';
import { ProjectList } from './project-list.entity.js';

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
  const memberships = await em
    .createQueryBuilder(ProjectList, 'list')
    .where('list.id = ANY (:inForce)', { inForce: [...(await listsInForce(em, year))] })
    .andWhere('list.entries @> :probe::jsonb', { probe: JSON.stringify([{ uscc, key }]) })
    .orderBy('list.year', 'DESC')
    .addOrderBy('list.level')
    .getMany();
  const gradeOn = (list: ProjectList): Grade | undefined =>
    list.entries.find((entry) => entry.uscc === uscc && entry.key === key)?.grade;
  const grades = memberships.map(gradeOn);
  const grade = GRADES.find((candidate) => grades.includes(candidate));
  if (!grade) return null;
  const named = memberships.map((list) => describe(list, year)).join('、');
  return { grade, reason: `列入${named},认定为${GRADE_WORDS[grade]}项目` };
}

function describe({ year, level, issuingBody, basisDocument }: ProjectList, thisYear: number): string {
  const note = year < thisYear ? ',待更新' : '';
  return `${year}年度${LEVELS[level]}名单(${issuingBody},${basisDocument}${note})`;
}
