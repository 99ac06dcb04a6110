import { Column, Entity, Index } from 'typeorm';
import type { MILESTONES } from '#libs/contracts/approvals/milestones.js';
import { Row } from '#libs/persistence/row.js';

/** 开工 G01, 完工 G02, 投产/交付 G03, 预售形象进度 G04 as they were really reached (R139). */
@Entity('milestone')
@Index('uq_milestone_case_code', ['caseId', 'code'], { unique: true })
export class Milestone extends Row {
  @Column('uuid')
  caseId: string;

  @Column('text')
  code: (typeof MILESTONES)[number];

  @Column('text')
  name: string;

  @Column('date')
  on: string;

  @Column('uuid', { nullable: true })
  photoFileId: string | null;

  @Column('text')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  /** Names of what should have been done before and was not. */
  @Column('text', { array: true })
  openDuties: string[];
}
