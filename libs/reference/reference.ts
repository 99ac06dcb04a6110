import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { linkFaults } from './links.js';
import {
  CompetenceRow,
  DepartmentRow,
  ItemRow,
  MaterialRow,
  RegionRow,
  SampleProjectRow,
  TownOverrideRow,
  TownRow,
} from './rows.js';
import { type Located, type ReferenceFault, readTable, refuseFaults } from './table.js';

/** The seed data of the product, every row checked alone and against the other files. */
export interface Reference {
  regions: RegionRow[];
  towns: TownRow[];
  departments: DepartmentRow[];
  items: ItemRow[];
  materials: MaterialRow[];
  competence: CompetenceRow[];
  samples: SampleProjectRow[];
}

/** Reads the CSV files of a data directory; throws ReferenceFaults with every fault of every file, and then uses none of them. */
export function readReference(dir: string): Reference {
  const faults: ReferenceFault[] = [];
  const read = <S extends z.ZodObject>(file: string, schema: S, key: readonly string[]): Located<z.output<S>>[] => {
    const bytes = readFileSync(join(dir, file));
    if (!isUtf8(bytes)) {
      faults.push({ file, line: 1, column: '', reason: '文件不是UTF-8编码,请另存为“CSV UTF-8”' });
      return [];
    }
    const table = readTable(file, bytes.toString('utf8'), schema, key);
    faults.push(...table.faults);
    return table.located;
  };

  const tables = {
    regions: read('regions.csv', RegionRow, ['id']),
    towns: read('towns.csv', TownRow, ['town_code']),
    overrides: read('town_overrides.csv', TownOverrideRow, ['town_code']),
    departments: read('departments.csv', DepartmentRow, ['code']),
    items: read('items.csv', ItemRow, ['code']),
    materials: read('materials.csv', MaterialRow, ['material_code']),
    competence: read('competence.csv', CompetenceRow, [
      'item_code',
      'unit_ids',
      'condition',
      'rule_kind',
      'valid_from',
    ]),
    samples: read('sample_projects.csv', SampleProjectRow, ['sample_id']),
  };
  refuseFaults(faults);
  refuseFaults(linkFaults(tables));
  return {
    regions: rows(tables.regions),
    towns: rows(tables.towns),
    departments: rows(tables.departments),
    items: rows(tables.items),
    materials: rows(tables.materials),
    competence: rows(tables.competence),
    samples: rows(tables.samples),
  };
}

const rows = <Row>(located: readonly Located<Row>[]): Row[] => located.map(({ row }) => row);
