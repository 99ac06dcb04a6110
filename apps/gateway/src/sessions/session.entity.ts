import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** One sign-in; its refresh token changes at every use, and one used twice ends it. All times are real. */
@Entity('session')
export class SessionRow extends Row {
  @Index()
  @Column('uuid')
  accountId: string;

  /** SHA-256 of the refresh token that is valid now; null for a machine, which signs in again. */
  @Index('uq_session_refresh', { unique: true })
  @Column('text', { nullable: true, comment: 'secret' })
  refreshHash: string | null;

  /** The one before: whoever presents it has a stolen copy, or is its victim. */
  @Index()
  @Column('text', { nullable: true, comment: 'secret' })
  usedHash: string | null;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  ip: string | null;
}
