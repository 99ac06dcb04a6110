import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MaterialRow } from '#libs/reference/rows.js';

/** A material of the catalogue (data/materials.csv). */
@Entity('material')
export class Material {
  @PrimaryColumn('text')
  code: string;

  @Index()
  @Column('text')
  itemCode: string;

  /** Order within its item. */
  @Column('integer')
  seq: number;

  @Column('jsonb')
  row: MaterialRow;
}
