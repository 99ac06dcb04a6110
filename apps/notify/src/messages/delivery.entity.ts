import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** One segment of one attempt to send a message. */
@Entity('delivery')
@Index('uq_delivery_part', ['messageId', 'attempt', 'part'], { unique: true })
export class DeliveryRow extends Row {
  @Column('uuid')
  messageId: string;

  @Column('integer')
  attempt: number;

  @Column('integer')
  part: number;

  @Column('integer')
  parts: number;

  @Column('text')
  state: 'waiting' | 'submitting' | 'submitted' | 'delivered' | 'failed';

  /** How often it was submitted without an answer: the centre may have it, and gets it once more at most. */
  @Column('integer')
  doubts: number;

  /** As the centre answered the submit, without leading zeros. */
  @Index({ where: 'centre_id IS NOT NULL' })
  @Column('text', { nullable: true })
  centreId: string | null;

  /** Why it failed, or the last state in a receipt: `0x0B` (an SMPP status), `no_answer`, `UNDELIV`. */
  @Column('text', { nullable: true })
  detail: string | null;

  /** Real time. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;
}
