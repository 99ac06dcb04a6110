import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** How a case began: when the unit applied, and who has signed the agreement (R44, R130); `id` is the case's. */
@Entity('case_start')
export class CaseStart extends CopyRow {
  @Column('date')
  appliedOn: string;

  @Column('text', { array: true })
  signedBy: ('unit' | 'institution')[];
}
