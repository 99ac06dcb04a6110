import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { MissingCondition } from './eligibility.js';

/** A missing condition of a pre-approval: who sees to it, what will show it, and when it was met (R51, R54). */
@Entity('pre_approval_condition')
export class PreApprovalCondition extends Row {
  @Index()
  @Column('uuid')
  preApprovalId: string;

  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  act: MissingCondition['act'];

  /** The item of the own set that yields it: then its decision meets it. */
  @Column('text', { nullable: true })
  item: string | null;

  @Column('boolean')
  controllable: boolean;

  @Column('text')
  owner: string;

  @Column('text')
  evidence: string;

  @Column('date', { nullable: true })
  metOn: string | null;

  @Column('text', { nullable: true })
  metBy: string | null;

  @Column('uuid', { nullable: true })
  fileId: string | null;
}
