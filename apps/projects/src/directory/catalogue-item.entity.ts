import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Name and typical days of an item of data/items.csv, for the notice and the ledger; approvals owns the catalogue. */
@Entity('catalogue_item')
export class CatalogueItem {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  /** Typical working days, not a published promise; 0 = none or on the spot. */
  @Column('integer')
  promisedWorkdays: number;
}
