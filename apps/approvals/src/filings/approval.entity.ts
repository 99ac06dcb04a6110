import { Column, Entity, Index } from 'typeorm';
import type { SOURCES, HANDLING_MODES } from '#libs/contracts/approvals/filings.js';
import { Row } from '#libs/persistence/row.js';
import { DRAFT } from './filing.machine.js';
import type { Ground, Result, State } from './filing.machine.js';

/** A decision made elsewhere as it was recorded; kept after it was confirmed (R132). */
export interface Evidence {
  documentNumber: string | null;
  decidedOn: string;
  fileId: string;
  recordedBy: string;
  /** Of a land grant whose contract names the days (R135). */
  startBy?: string;
  finishBy?: string;
}

/** What the clocks run by, as the catalogue had it at the submission. */
export interface Limits {
  statutory: { amount: number; unit: 'workday' | 'day' | 'month'; kind: 'max' | 'min' | 'unit_duty' | null };
  promisedWorkdays: number;
}

// What has ended without effect may be applied for again.
const LIVE = "state NOT IN ('cancelled', 'not_accepted', 'withdrawn', 'revoked') AND result IS DISTINCT FROM 'refused'";

/** 办件: one item of a case, of one works where the item is per works (R131), before one body. */
@Entity('approval')
@Index('uq_approval_item', ['caseId', 'itemCode'], { unique: true, where: `works IS NULL AND ${LIVE}` })
@Index('uq_approval_item_works', ['caseId', 'itemCode', 'works'], {
  unique: true,
  where: `works IS NOT NULL AND ${LIVE}`,
})
export class Approval extends Row {
  /** 办件编号. */
  @Index('uq_approval_number', { unique: true })
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

  @Column('text', { nullable: true })
  legalBody: string | null;

  /** Null of what the unit does by itself. */
  @Index()
  @Column('text', { nullable: true })
  handlingBody: string | null;

  /** The project unit, always (R13). */
  @Column('uuid')
  applicantUnitId: string;

  @Column('text')
  applicantName: string;

  /** The agent in whose hands it was, under a mandate in force (R133). */
  @Column('uuid', { nullable: true })
  mandateHolderId: string | null;

  @Column('text', { nullable: true })
  mandateHolderName: string | null;

  @Column('text', { nullable: true })
  handlingMode: (typeof HANDLING_MODES)[number] | null;

  @Column('boolean')
  notifyAndCommit: boolean;

  @Column('text', { nullable: true })
  parallelGroup: string | null;

  @Column('text')
  state: State;

  @Column('text', { nullable: true })
  result: Result | null;

  @Column('text', { nullable: true })
  ground: Ground | null;

  /** Result of a decision made elsewhere that is still 待核验 (R132). */
  @Column('text', { nullable: true })
  claim: Result | null;

  @Column('text')
  source: (typeof SOURCES)[number];

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('date', { nullable: true })
  acceptedOn: string | null;

  @Column('date', { nullable: true })
  decidedOn: string | null;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  /** Of the last refusal, cancellation, withdrawal, revocation or rejection. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb', { nullable: true })
  evidence: Evidence | null;

  /** The pre-approval this formal document was converted from (R54). */
  @Column('uuid', { nullable: true })
  preApprovalId: string | null;

  @Column('jsonb')
  limits: Limits;

  /** Last day of the running statutory clock; null when there is none, when it is stopped, and after the end. */
  @Index()
  @Column('date', { nullable: true })
  statutoryDueOn: string | null;

  @Index()
  @Column('date', { nullable: true })
  promisedDueOn: string | null;

  /** When the due days were last set: no warning about them is older. */
  @Column('timestamptz', { nullable: true })
  clockedAt: Date | null;
}

/** A filing before anything has happened to it. */
export const NEW_FILING = {
  ...DRAFT,
  source: 'platform',
  mandateHolderId: null,
  mandateHolderName: null,
  handlingMode: null,
  notifyAndCommit: false,
  parallelGroup: null,
  submittedAt: null,
  acceptedOn: null,
  decidedOn: null,
  documentNumber: null,
  reason: null,
  evidence: null,
  preApprovalId: null,
  statutoryDueOn: null,
  promisedDueOn: null,
  clockedAt: null,
} as const;
