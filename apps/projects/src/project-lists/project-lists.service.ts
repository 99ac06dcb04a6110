import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { getProjectList, listProjectLists, publishList } from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { namesOf } from '../directory/names.js';
import { listsInForce, nameKey } from './in-force.js';
import { ProjectList } from './project-list.entity.js';
import type { KeyedEntry } from './project-list.entity.js';
import { listView } from './project-list.view.js';

type Publishing = Input<typeof publishList>;

const PROVINCE = '370000';
const CITY = '370700';
/** 潍发〔2021〕8号, however its brackets were typed. */
const BASIS_OF_2021 = /潍发[〔[(【（]?2021[〕\])】）]?\s*8号/;

@Injectable()
export class ProjectListsService {
  async publish(context: WorkContext, input: Publishing) {
    const { year, level, basisDocument } = input;
    if (year !== 2021 && BASIS_OF_2021.test(basisDocument)) throw fail('list_basis_2021_only', { year });
    const regionId = await this.regionOf(context, input);
    mustBeTheirs(context.principal, regionId);
    const entries = checkedEntries(input);
    // Two issues at the same moment get two versions.
    await context.em.query("SELECT pg_advisory_xact_lock(hashtext('project_list:' || $1))", [regionId]);
    const listVersion = (await context.em.countBy(ProjectList, { year, level, regionId })) + 1;
    const list = context.add(ProjectList, { ...input, regionId, listVersion, entries });
    await context.flush();
    return { ...listView(list, await this.currency(context, [regionId])), entries };
  }

  async list(context: QueryContext, { year, level, regionId, inForce }: Input<typeof listProjectLists>) {
    const query = context.em
      .createQueryBuilder(ProjectList, 'list')
      .orderBy('list.year', 'DESC')
      .addOrderBy('list.level')
      .addOrderBy('list.regionId')
      .addOrderBy('list.listVersion', 'DESC');
    if (year) query.andWhere('list.year = :year', { year });
    if (level) query.andWhere('list.level = :level', { level });
    if (regionId) query.andWhere('list.regionId = :regionId', { regionId });
    const lists = await query.getMany();
    const currency = await this.currency(
      context,
      lists.map((list) => list.regionId),
    );
    const items = lists.map((list) => listView(list, currency));
    return { items: items.filter((item) => inForce === undefined || item.inForce === inForce) };
  }

  async get(context: QueryContext, { listId }: Input<typeof getProjectList>) {
    const list = await context.em.findOneBy(ProjectList, { id: listId });
    if (!list) throw fail('not_found');
    return { ...listView(list, await this.currency(context, [list.regionId])), entries: list.entries };
  }

  private async regionOf({ em }: WorkContext, { level, regionId }: Publishing): Promise<string> {
    if (level !== 'county') {
      const own = level === 'province' ? PROVINCE : CITY;
      if (regionId && regionId !== own) throw fail('list_region_wrong');
      return own;
    }
    const region = regionId ? await em.findOneBy(Region, { id: regionId }) : null;
    if (!region || (region.level !== 'county' && region.level !== 'zone')) throw fail('list_region_wrong');
    return region.id;
  }

  private async currency({ em, today }: QueryContext, regionIds: string[]) {
    const year = Number(today.slice(0, 4));
    return { inForce: await listsInForce(em, year), year, names: await namesOf(em, regionIds) };
  }
}

/** A manager of a county publishes the list of that county and no other; the city's publish all. */
function mustBeTheirs({ kind, institutionLevel, regionId }: Principal, listRegion: string): void {
  const everywhere = kind === 'administrator' || institutionLevel === 'city';
  if (!everywhere && (institutionLevel !== 'county' || regionId !== listRegion)) throw fail('list_region_not_yours');
}

function checkedEntries({ level, entries }: Publishing): KeyedEntry[] {
  const keyed = entries.map((entry) => ({ ...entry, key: nameKey(entry.projectName) }));
  const tooHigh = keyed.filter(({ grade }) => level === 'county' && grade !== 'county');
  if (tooHigh.length > 0)
    throw fail('list_grade_too_high', { projects: tooHigh.map(({ projectName }) => projectName) });
  const seen = new Set<string>();
  const twice = keyed.filter(({ uscc, key }) => seen.size === seen.add(`${uscc} ${key}`).size);
  if (twice.length > 0) throw fail('list_entry_twice', { projects: twice.map(({ projectName }) => projectName) });
  return keyed;
}
