import { Column, Entity, Index } from 'typeorm';
import type { Principal } from '#libs/identity/principal.js';
import { Row } from '#libs/persistence/row.js';

/** A note on a case; one with `callBackOn` reminds agents until somebody has called back. */
@Entity('note')
@Index('ix_note_call_back', ['caseId', 'callBackOn'], {
  where: 'call_back_on IS NOT NULL AND called_back_on IS NULL',
})
export class Note extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  text: string;

  @Column('text')
  visibility: 'internal' | 'unit';

  @Column('uuid', { nullable: true })
  replyToId: string | null;

  @Column('text')
  by: 'agent' | 'unit';

  /** By which the author's own call-backs are found. */
  @Column('text')
  accountId: string;

  @Column('text')
  authorName: string;

  @Column('timestamptz')
  writtenAt: Date;

  @Column('date', { nullable: true })
  callBackOn: string | null;

  @Column('date', { nullable: true })
  calledBackOn: string | null;

  @Column('text', { nullable: true })
  calledBackBy: string | null;
}

/** Internal notes stay among agents, and with who administers the platform. */
export const readsInternal = ({ kind }: Principal): boolean =>
  kind === 'agent' || kind === 'administrator' || kind === 'platform';
