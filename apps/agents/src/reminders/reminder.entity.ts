import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/**
 * Something that rings at an instant unless it is settled before: a transfer nobody received (R39, subject = transfer),
 * a case without a principal (R64, subject = case), a contract that is over (R17, subject = agent).
 */
@Entity('reminder')
@Index('uq_reminder_open', ['kind', 'subjectId'], { unique: true, where: 'settled_at IS NULL' })
@Index('ix_reminder_due', ['dueAt'], { where: 'settled_at IS NULL' })
export class Reminder extends Row {
  @Column('text')
  kind: 'transfer_not_received' | 'principal_missing' | 'contract_over';

  @Column('uuid')
  subjectId: string;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz')
  dueAt: Date;

  /** Rung, or no longer needed. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
