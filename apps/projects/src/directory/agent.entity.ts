import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** An agent 帮代办人员 as appointed last. */
@Entity('agent')
export class Agent extends CopyRow {
  @Column('text')
  name: string;

  @Column('uuid')
  institutionId: string;

  @Column('text', { array: true })
  classes: string[];

  @Column('boolean')
  active: boolean;

  /** Time of the fact this copy was made from. */
  @Column('timestamptz')
  knownAt: Date;
}
