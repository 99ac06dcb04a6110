import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ItemRow, MaterialRow } from '#libs/reference/rows.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { remembered } from '#libs/reference/remembered.js';
import type { Catalogue } from '../item-plans/bodies.js';
import { Competence } from './competence.entity.js';
import { ItemVersion } from './item-version.entity.js';
import { Material } from './material.entity.js';

/** The version of each item that is in force on a day, in the order of their codes. */
export const newestVersions = (em: EntityManager, day: string): Promise<ItemVersion[]> =>
  em
    .createQueryBuilder(ItemVersion, 'item')
    .distinctOn(['item.code'])
    .where('item.valid_from <= :day', { day })
    .orderBy({ 'item.code': 'ASC', 'item.ordinal': 'DESC' })
    .getMany();

/** The items in force on a day by code, in the order of their codes. */
export const itemsOn = (em: EntityManager, day: string): Promise<ReadonlyMap<string, ItemRow>> =>
  remembered(
    em,
    `items ${day}`,
    async () => new Map((await newestVersions(em, day)).map(({ code, row }) => [code, row])),
  );

/** Materials of these items, each in the order of its item. */
export async function materialsOf(em: EntityManager, itemCodes: readonly string[]): Promise<MaterialRow[]> {
  const all = await remembered(em, 'materials', () => em.find(Material, { order: { itemCode: 'ASC', seq: 'ASC' } }));
  const asked = new Set(itemCodes);
  return all.filter(({ itemCode }) => asked.has(itemCode)).map(({ row }) => row);
}

/** What deciding a level needs: every competence row, body and region. */
export const competenceCatalogue = (em: EntityManager): Promise<Catalogue> =>
  remembered(em, 'competence', readCompetence);

async function readCompetence(em: EntityManager): Promise<Catalogue> {
  const [competence, departments, regions] = await Promise.all([
    em.find(Competence, { order: { id: 'ASC' } }),
    em.find(Department, { order: { code: 'ASC' } }),
    em.find(Region, { order: { id: 'ASC' } }),
  ]);
  return {
    competence: competence.map(({ row }) => row),
    departments: departments.map(({ name, ...body }) => ({ ...body, nameZh: name })),
    regions: regions.flatMap(({ id, name, level }) => (level === 'town' ? [] : [{ id, nameZh: name, level }])),
  };
}

/** Names of these bodies by code. */
export async function bodyNames(em: EntityManager, codes: readonly string[]): Promise<Map<string, string>> {
  const bodies = await em.findBy(Department, { code: In([...codes]) });
  return new Map(bodies.map(({ code, name }) => [code, name]));
}
