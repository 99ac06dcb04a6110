import { Column, Entity, Index } from 'typeorm';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import { CopyRow } from '#libs/persistence/row.js';

export type CaseState = 'applied' | 'active' | 'closing' | 'closed' | 'terminated';

/** A service case as its owner told it; `id` is the case's. Made by `applied`, the first fact of its stream. */
@Entity('case_copy')
export class CaseCopy extends CopyRow {
  /** 案件编号. */
  @Column('text')
  number: string;

  @Index()
  @Column('uuid')
  projectId: string;

  @Column('jsonb')
  project: ProjectSnapshot;

  /** Since when the project has been as in `project`: what is older never overwrites it. */
  @Column('timestamptz')
  projectAsOf: Date;

  /** 首接机构, the same for ever (R31). */
  @Column('uuid')
  firstInstitutionId: string;

  /** Codes of the entrusted items; null = all (R8). */
  @Column('text', { array: true, nullable: true })
  entrusted: string[] | null;

  @Column('text')
  state: CaseState;

  /** Number of the last 一次性告知书; null before the first. */
  @Column('text', { nullable: true })
  noticeNumber: string | null;
}
