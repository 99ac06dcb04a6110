import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { Content } from './conversion.js';
import type { ReviewedPart } from './eligibility.js';
import type { PreApprovalState } from './pre-approval.machine.js';

const LIVE = "state IN ('applied', 'returned', 'issued', 'on_hold')";

/** 预审批: of one item (and works) of a case, from the unit's application to the conversion (R51–R58). */
@Entity('pre_approval')
@Index('uq_pre_approval_item', ['caseId', 'itemCode'], { unique: true, where: `works IS NULL AND ${LIVE}` })
@Index('uq_pre_approval_item_works', ['caseId', 'itemCode', 'works'], {
  unique: true,
  where: `works IS NOT NULL AND ${LIVE}`,
})
export class PreApproval extends Row {
  @Index('uq_pre_approval_number', { unique: true })
  @Column('text')
  number: string;

  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  itemName: string;

  @Column('text', { nullable: true })
  works: string | null;

  @Column('text')
  legalBody: string;

  @Column('text')
  handlingBody: string;

  @Column('uuid')
  applicantUnitId: string;

  @Column('text')
  applicantName: string;

  @Column('text')
  state: PreApprovalState;

  /** 必要办理条件 or 关键技术环节 that passed review (R51). */
  @Column('jsonb')
  reviewed: ReviewedPart[];

  /** Ids of the pre-approvals whose documents served as material (R56). */
  @Column('uuid', { array: true })
  restsOn: string[];

  @Column('date')
  appliedOn: string;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('date', { nullable: true })
  issuedOn: string | null;

  /** Last day on which the document serves. */
  @Index()
  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('boolean')
  extended: boolean;

  @Column('text', { nullable: true })
  stamp: string | null;

  /** What it was issued for, to be compared at the conversion (R55). */
  @Column('jsonb', { nullable: true })
  issuedFor: Content | null;

  @Column('date', { nullable: true })
  convertedOn: string | null;

  /** The formal document. */
  @Column('uuid', { nullable: true })
  approvalId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;
}

/** A pre-approval as it is applied for. */
export const NEW_PRE_APPROVAL = {
  state: 'applied',
  documentNumber: null,
  issuedOn: null,
  validTo: null,
  extended: false,
  stamp: null,
  issuedFor: null,
  convertedOn: null,
  approvalId: null,
  reason: null,
} as const;
