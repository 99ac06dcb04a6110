import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { PlanLine } from './lines.js';

/** One version of an item plan: who made it, why, and all its lines. Added, never changed. */
@Entity('item_plan_version')
@Index('uq_item_plan_version_case_revision', ['caseId', 'revision'], { unique: true })
export class ItemPlanVersion extends Row {
  @Column('uuid')
  caseId: string;

  /** 1, 2, … within the case. */
  @Column('integer')
  revision: number;

  @Column('text', { nullable: true })
  noticeNumber: string | null;

  @Column('timestamptz')
  revisedAt: Date;

  @Column('text')
  revisedBy: string;

  @Column('text')
  reason: string;

  @Column('jsonb')
  lines: PlanLine[];
}
