import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** The unit's own deadline after an event, or the validity of a result (R135); never a department's delay. */
@Entity('duty')
@Index('uq_duty', ['approvalId', 'what'], { unique: true })
export class Duty extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  /** The approval it follows from; of a duty after a milestone an id of its own. */
  @Column('uuid')
  approvalId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  itemName: string;

  @Column('text', { nullable: true })
  works: string | null;

  @Column('text')
  handlingBody: string;

  @Column('text')
  kind: 'unit_duty' | 'validity';

  /** As 领证后3个月内开工. */
  @Column('text')
  what: string;

  @Index()
  @Column('date')
  dueOn: string;

  /** When it began: no warning about it is older. */
  @Column('timestamptz')
  since: Date;

  /** The milestone or item that fulfils it; null of a mere validity. */
  @Column('text', { nullable: true })
  fulfilledBy: string | null;

  @Column('date', { nullable: true })
  doneOn: string | null;
}
