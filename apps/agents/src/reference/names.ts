import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { Item } from './item.entity.js';

/** Names of regions by id. */
export async function regionNames(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const regions = await em.findBy(Region, { id: In([...new Set(ids)]) });
  return new Map(regions.map(({ id, name }) => [id, name]));
}

/** Names of items by code. */
export async function itemNames(em: EntityManager, codes: readonly string[]): Promise<Map<string, string>> {
  const items = await em.findBy(Item, { code: In([...new Set(codes)]) });
  return new Map(items.map(({ code, name }) => [code, name]));
}

/** The item as messages name it: 建筑工程施工许可证核发(含质量安全监督手续) → 建筑工程施工许可证核发 (F04). */
export const briefly = (itemName: string): string => itemName.replace(/\([^()]*\)$/, '');

/** 422 with the codes that the catalogue does not have. */
export async function mustBeItems(em: EntityManager, codes: readonly string[]): Promise<void> {
  const known = await itemNames(em, codes);
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) throw fail('item_unknown', { codes: unknown });
}
