import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HelperStage } from '../assignments/suggest.js';

/** What routing and qualifications need of an item of data/items.csv; approvals owns the catalogue. */
@Entity('item')
export class Item {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  helperStage: HelperStage;

  /** 行业主管部门 at the city. */
  @Column('text', { nullable: true })
  lineDepartment: string | null;
}
