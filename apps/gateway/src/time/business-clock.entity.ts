import { Column, Entity } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** How far business time is ahead of real time, in seconds; one row. Always 0 in production. */
@Entity('business_clock')
export class BusinessClockRow extends Row {
  @Column('bigint', { transformer: { to: (value: number) => value, from: Number } })
  offsetSeconds: number;

  /** Where it was last advanced to; asking for the same moment again only tells the services again. */
  @Column('timestamptz', { nullable: true })
  target: Date | null;
}
