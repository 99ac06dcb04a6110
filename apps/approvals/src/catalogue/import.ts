import type { EntityManager } from 'typeorm';
import { v5 as uuidV5 } from 'uuid';
import { dayOf } from '#libs/messaging/context.js';
import type { ImportOptions } from '#libs/persistence/data-source.js';
import { readReference } from '#libs/reference/reference.js';
import type { CompetenceRow, ItemRow } from '#libs/reference/rows.js';
import { importDepartments, importNationalCalendar, importRegions, upsertAll } from '#libs/reference/tables/imports.js';
import { Competence } from './competence.entity.js';
import { ItemVersion } from './item-version.entity.js';
import { Material } from './material.entity.js';

/** The first version of every item holds since before the plan of 2021-07-12, as the regions do. */
const SINCE = '2021-01-01';
const NAMESPACE = '6f1a5f0e-6a7e-4f0c-9d0a-3a3c1b1f7a10';

/** Loads what approvals keeps of data/: run twice it changes nothing, a changed item becomes its next version. */
export async function importCatalogue(em: EntityManager, options: ImportOptions): Promise<void> {
  const reference = readReference('data');
  await importRegions(em, reference);
  await importDepartments(em, reference);
  await importNationalCalendar(em, options);
  await importItems(em, reference.items);
  const materials = reference.materials.map((row) => ({
    code: row.materialCode,
    itemCode: row.itemCode,
    seq: row.seq,
    row,
  }));
  await upsertAll(em, Material, materials);
  await upsertAll(
    em,
    Competence,
    reference.competence.map((row) => ({ id: idOf(row), itemCode: row.itemCode, row })),
  );
}

const idOf = ({ itemCode, unitIds, condition, ruleKind, validFrom }: CompetenceRow): string =>
  uuidV5([itemCode, unitIds.join(';'), condition, ruleKind, validFrom].join('|'), NAMESPACE);

async function importItems(em: EntityManager, rows: readonly ItemRow[]): Promise<void> {
  // PostgreSQL compares jsonb by value, whatever the order of its keys.
  const changed = await em.query<{ code: string; ordinal: number }[]>(
    `SELECT given.row ->> 'code' AS code, coalesce(newest.ordinal, 0) AS ordinal
       FROM jsonb_array_elements($1::jsonb) AS given (row)
       LEFT JOIN LATERAL (
         SELECT ordinal, row FROM item_version WHERE code = given.row ->> 'code' ORDER BY ordinal DESC LIMIT 1
       ) AS newest ON true
      WHERE newest.row IS DISTINCT FROM given.row`,
    [JSON.stringify(rows)],
  );
  const ordinals = new Map(changed.map(({ code, ordinal }) => [code, ordinal + 1]));
  const versions = rows.flatMap((row) => {
    const ordinal = ordinals.get(row.code);
    if (ordinal === undefined) return [];
    const validFrom = ordinal === 1 ? SINCE : dayOf(new Date());
    return [{ id: uuidV5(`${row.code}|${ordinal}`, NAMESPACE), version: 1, code: row.code, ordinal, validFrom, row }];
  });
  if (versions.length > 0) await em.insert(ItemVersion, versions);
}
