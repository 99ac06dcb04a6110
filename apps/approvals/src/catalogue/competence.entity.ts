import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CompetenceRow } from '#libs/reference/rows.js';

/** 权限条目: who decides an item under which condition (data/competence.csv); id derives from what identifies the row. */
@Entity('competence')
export class Competence {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @Column('text')
  itemCode: string;

  @Column('jsonb')
  row: CompetenceRow;
}
