import type { EntityManager } from 'typeorm';
import type { ImportOptions } from '#libs/persistence/data-source.js';
import { readReference } from '#libs/reference/reference.js';
import { importDepartments, importNationalCalendar, importRegions, upsertAll } from '#libs/reference/tables/imports.js';
import { Item } from './reference/item.entity.js';

/** Loads what agents keeps of data/; run twice it changes nothing. */
export async function importReference(em: EntityManager, options: ImportOptions): Promise<void> {
  const reference = readReference('data');
  await importRegions(em, reference);
  await importDepartments(em, reference);
  await importNationalCalendar(em, options);
  const items = reference.items.map(({ code, nameZh: name, helperStage, lineDept: lineDepartment }) => ({
    code,
    name,
    helperStage,
    lineDepartment,
  }));
  await upsertAll(em, Item, items);
}
