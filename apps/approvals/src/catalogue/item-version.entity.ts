import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';
import type { ItemRow } from '#libs/reference/rows.js';

/** A row of the item catalogue from a day on; the newest whose day has come is in force. Rows are added, never changed. */
@Entity('item_version')
@Index('uq_item_version_code_ordinal', ['code', 'ordinal'], { unique: true })
export class ItemVersion extends CopyRow {
  @Column('text')
  code: string;

  /** 1, 2, … for each code. */
  @Column('integer')
  ordinal: number;

  @Column('date')
  validFrom: string;

  @Column('jsonb')
  row: ItemRow;
}
