import { Column, Entity, Index } from 'typeorm';
import type { PlanItem } from '#libs/contracts/facts.js';
import { Row } from '#libs/persistence/row.js';

export interface NoticeItem extends Pick<PlanItem, 'itemCode' | 'name' | 'stage' | 'entrusted' | 'level'> {
  departmentCode: string | null;
  departmentName: string | null;
  /** null = none is known. */
  promisedWorkdays: number | null;
}

export interface NotNeeded {
  itemCode: string;
  name: string;
  reason: string;
}

/** 一次性告知书 as it was issued; never changed, later additions are the next version (R47). */
@Entity('requirements_notice')
@Index('uq_requirements_notice_version', ['caseId', 'noticeVersion'], { unique: true })
export class RequirementsNotice extends Row {
  @Column('uuid')
  caseId: string;

  @Column('uuid')
  reviewId: string;

  @Index('uq_requirements_notice_number', { unique: true })
  @Column('text')
  number: string;

  @Column('integer')
  noticeVersion: number;

  @Column('date')
  issuedOn: string;

  @Column('text')
  issuedBy: string;

  @Column('text')
  institutionName: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  items: NoticeItem[];

  @Column('jsonb')
  notNeeded: NotNeeded[];

  @Column('text')
  text: string;
}
