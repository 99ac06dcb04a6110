import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** Who can sign in: a person or a department's system. What it may do follows from the subject, resolved on every request. */
@Entity('account')
@Index('uq_account_username', ['username'], { unique: true })
export class AccountRow extends Row {
  @Column('text')
  username: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: 'agent' | 'unit' | 'department' | 'administrator' | 'system';

  @Column('uuid', { nullable: true })
  agentId: string | null;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @Column('text', { nullable: true })
  departmentCode: string | null;

  @Column('text', { nullable: true })
  regionId: string | null;

  /** argon2id. */
  @Column('text', { comment: 'secret' })
  passwordHash: string;

  /** Wrong passwords since the last right one. */
  @Column('integer')
  failures: number;

  /** Real time. */
  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('text', { nullable: true })
  disabledReason: string | null;
}
