import { Column, Entity } from 'typeorm';
import type { PlanItem } from '#libs/contracts/facts.js';
import { CopyRow } from '#libs/persistence/row.js';

/** A case as the facts of projects and approvals tell it; `id` is the case's. Whichever fact comes first makes the row. */
@Entity('case_copy')
export class CaseCopy extends CopyRow {
  /** null until `case.applied` has arrived. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('text', { nullable: true })
  projectName: string | null;

  /** 场景 of the project, by which chief contacts of a category and guides are found. */
  @Column('text', { nullable: true })
  scenario: string | null;

  @Column('text', { array: true })
  regionIds: string[];

  /** For ever (R31). */
  @Column('uuid', { nullable: true })
  firstInstitutionId: string | null;

  /** Who of the two parties has signed the agreement. */
  @Column('text', { array: true })
  signedBy: ('unit' | 'institution')[];

  @Column('timestamptz', { nullable: true })
  activatedAt: Date | null;

  /** null until `item-plan.made` has arrived. */
  @Column('integer', { nullable: true })
  planVersion: number | null;

  @Column('jsonb')
  items: PlanItem[];

  /** Closed or terminated. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
