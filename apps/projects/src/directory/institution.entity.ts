import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** An institution 帮代办机构 as agents established it last. */
@Entity('institution')
export class Institution extends CopyRow {
  @Column('text')
  name: string;

  @Column('text')
  level: 'city' | 'county' | 'town';

  @Column('text')
  regionId: string;

  @Column('boolean')
  active: boolean;

  /** Time of the fact this copy was made from. */
  @Column('timestamptz')
  knownAt: Date;
}
