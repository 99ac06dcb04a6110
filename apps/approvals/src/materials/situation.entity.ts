import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** The answer to a situation 情形 of a case, which decides whether some materials apply. */
@Entity('situation')
@Index('uq_situation', ['caseId', 'name'], { unique: true })
export class Situation extends Row {
  @Column('uuid')
  caseId: string;

  @Column('text')
  name: string;

  @Column('boolean')
  applies: boolean;
}
