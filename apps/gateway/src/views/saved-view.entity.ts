import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** Filters and columns of a list under a name of its owner's. */
@Entity('saved_view')
@Index('uq_saved_view_name', ['accountId', 'screen', 'name'], { unique: true })
export class SavedViewRow extends Row {
  @Column('uuid')
  accountId: string;

  @Column('text')
  ownerName: string;

  /** The owner's when it was saved: where it is shown when it is shared. */
  @Index()
  @Column('uuid', { nullable: true })
  institutionId: string | null;

  @Column('text')
  screen: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  search: Record<string, string>;

  @Column('text', { array: true, nullable: true })
  columns: string[] | null;

  @Column('boolean')
  shared: boolean;
}
