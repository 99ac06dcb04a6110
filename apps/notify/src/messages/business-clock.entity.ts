import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

export const CLOCK_ID = '00000000-0000-4000-8000-000000000001';

/** How far business time is ahead of real time, as far as it was seen here; one row. */
@Entity('business_clock')
export class BusinessClockCopy extends CopyRow {
  @Column('integer')
  aheadSeconds: number;
}
