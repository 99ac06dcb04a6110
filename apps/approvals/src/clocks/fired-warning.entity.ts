import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** A warning that has gone out: once for each step of each deadline, however often time moves (R104). */
@Entity('fired_warning')
@Index('uq_fired_warning', ['subjectId', 'clock', 'light', 'dueOn'], { unique: true })
export class FiredWarning extends CopyRow {
  /** The filing, correction, deferral or duty that comes due. */
  @Column('uuid')
  subjectId: string;

  @Column('text')
  clock: string;

  @Column('text')
  light: 'yellow' | 'orange' | 'red';

  @Column('date')
  dueOn: string;

  @Column('timestamptz')
  firedAt: Date;
}
