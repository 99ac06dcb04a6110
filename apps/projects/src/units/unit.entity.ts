import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A project unit 项目单位. Contact name and mobile are kept here alone and travel in no fact. */
@Entity('unit')
@Index('ix_unit_words', { synchronize: false })
export class Unit extends Row {
  @Column('text')
  name: string;

  @Index('uq_unit_uscc', { unique: true })
  @Column('text')
  uscc: string;

  @Column('boolean')
  usccChecked: boolean;

  @Column('text')
  contactName: string;

  @Column('text')
  contactMobile: string;
}
