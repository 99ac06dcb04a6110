import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** A pre-approval 预审批 as approvals last told of it; `id` is the pre-approval's. */
@Entity('pre_approval')
export class PreApproval extends CopyRow {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  state: 'applied' | 'refused' | 'issued' | 'converted' | 'suspended' | 'ended';

  @Column('date')
  since: string;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  /** Conditions that are still missing; all met = it is converted (R54). */
  @Column('text', { array: true })
  missingConditions: string[];
}
