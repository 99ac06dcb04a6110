import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A walk of the unit to a window, with its reason; their number should be 0 (R11). */
@Entity('trip')
export class Trip extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('date')
  on: string;

  @Column('text')
  reason: string;

  @Column('text')
  recordedBy: string;
}
