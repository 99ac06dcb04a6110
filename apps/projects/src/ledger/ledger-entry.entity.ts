import { Column, Entity, Generated, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** A line of the ledger: the application's role may add and read, never change (the migration revokes it). It is its own audit. */
@Entity('ledger_entry')
@Index(['caseId', 'at', 'seq'])
export class LedgerEntry extends CopyRow {
  /** Order of arrival, for lines of the same moment. */
  @Generated('increment')
  @Column('bigint')
  seq?: string;

  /** null for what concerns no case. */
  @Column('uuid', { nullable: true })
  caseId: string | null;

  /** Business time of what happened. */
  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: 'fact' | 'note' | 'correction';

  /** Name of the fact, as `case.applied`; null for what a person wrote. */
  @Column('text', { nullable: true })
  fact: string | null;

  @Index('uq_ledger_entry_fact', { unique: true, where: 'fact_id IS NOT NULL' })
  @Column('uuid', { nullable: true })
  factId: string | null;

  @Column('text')
  actorName: string;

  @Column('text')
  sentence: string;

  @Column('uuid', { nullable: true })
  correctsId: string | null;
}
