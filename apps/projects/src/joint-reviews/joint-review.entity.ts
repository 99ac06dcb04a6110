import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { Conclusion, ReviewItem } from './review-items.js';

/** 联合预审 of a case; its items are those of the plan on the day it was convened (R46). */
@Entity('joint_review')
@Index('uq_joint_review_open', ['caseId'], { unique: true, where: 'closed_on IS NULL' })
export class JointReview extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('date')
  convenedOn: string;

  @Column('text')
  convenedBy: string;

  @Column('date', { nullable: true })
  meetingOn: string | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('date')
  opinionsDueOn: string;

  @Column('jsonb')
  items: ReviewItem[];

  @Column('text', { array: true })
  attendance: string[];

  @Column('text', { nullable: true })
  minutes: string | null;

  @Column('date', { nullable: true })
  closedOn: string | null;

  @Column('jsonb')
  conclusions: Conclusion[];
}
