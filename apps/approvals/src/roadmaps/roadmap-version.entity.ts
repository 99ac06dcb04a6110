import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { RoadmapLine } from './drawing.js';

/** 路线图: a draft (`number` null, one a case) until a guide signs it; then a frozen version that is never changed (R79). */
@Entity('roadmap_version')
@Index('uq_roadmap_version_case_number', ['caseId', 'number'], { unique: true })
@Index('uq_roadmap_version_draft', ['caseId'], { unique: true, where: 'number IS NULL' })
export class RoadmapVersion extends Row {
  @Column('uuid')
  caseId: string;

  @Column('integer', { nullable: true })
  number: number | null;

  @Column('date')
  startOn: string;

  @Column('integer')
  constructionMonths: number;

  @Column('integer')
  presaleWorkdays: number;

  /** Days that were set by hand, by item code. */
  @Column('jsonb')
  moves: Record<string, string>;

  @Column('jsonb')
  lines: RoadmapLine[];

  @Column('date')
  endOn: string;

  @Column('integer')
  approvalWorkdays: number;

  @Column('integer')
  fullWorkdays: number;

  @Column('integer')
  planVersion: number;

  /** Its day: the catalogue's edition of that day was used. */
  @Column('date')
  drawnOn: string;

  @Column('text')
  drawnUpBy: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  signedByAgentId: string | null;

  @Column('text', { nullable: true })
  signedBy: string | null;

  @Column('timestamptz', { nullable: true })
  signedAt: Date | null;
}
