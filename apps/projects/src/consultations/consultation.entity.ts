import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A question of the unit; `state` says who spoke last. */
@Entity('consultation')
@Index('ix_consultation_open', ['caseId'], { where: "state = 'open'" })
export class Consultation extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  question: string;

  @Column('text')
  askedBy: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('text')
  state: 'open' | 'answered';
}
