import { Column, Entity, Index } from 'typeorm';
import type { LIGHTS } from '#libs/contracts/projects.js';
import { CopyRow } from '#libs/persistence/row.js';

export type FilingState =
  | 'submitted'
  | 'not_accepted'
  | 'correcting'
  | 'accepted'
  | 'special_procedure'
  | 'to_be_verified'
  | 'decided'
  | 'ended'
  | 'revoked';

/** One approval record 办件 as approvals last told of it; `id` is the approval's. */
@Entity('filing')
@Index('ix_filing_correcting', ['caseId'], { where: "state = 'correcting'" })
export class Filing extends CopyRow {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  itemName: string;

  /** 单体工程; null where the item is not per works (R131). */
  @Column('text', { nullable: true })
  works: string | null;

  /** null where the unit does it without any body. */
  @Column('text', { nullable: true })
  handlingBody: string | null;

  @Column('text')
  state: FilingState;

  /** The day it came into this state. */
  @Column('date')
  since: string;

  /** The promised, else the statutory day of the decision; the unit's own day while it corrects. */
  @Column('date', { nullable: true })
  expectedOn: string | null;

  @Column('text', { nullable: true })
  light: (typeof LIGHTS)[number] | null;

  /** Missing materials, the cause of a stop, or the reason of a refusal, in words. */
  @Column('text', { array: true })
  notes: string[];

  @Column('text', { nullable: true })
  documentNumber: string | null;
}
