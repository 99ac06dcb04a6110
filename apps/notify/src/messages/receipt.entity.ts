import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';
import type { Stat } from '../channels/receipts.js';

/** A receipt as the SMS centre sent it, kept although nobody knows its id: the answer to its submit may still be on the way. */
@Entity('centre_receipt')
@Index('uq_receipt_unknown', ['centreId', 'stat'], { unique: true, where: 'delivery_id IS NULL' })
export class ReceiptRow extends CopyRow {
  @Column('text')
  centreId: string;

  @Column('text')
  stat: Stat;

  /** Real time. */
  @Column('timestamptz')
  receivedAt: Date;

  /** The delivery it was for; null while unknown. */
  @Column('uuid', { nullable: true })
  deliveryId: string | null;
}
