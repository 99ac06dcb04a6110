import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { CaseState } from './service-case.machine.js';

export interface Termination {
  by: 'unit' | 'institution';
  reason: string;
  on: string;
}

/** One service 帮代办 of one project. Who handles it now, its plan and its items are in `case_progress`. */
@Entity('service_case')
@Index('uq_service_case_public_token', ['publicToken'], { unique: true, where: 'public_token IS NOT NULL' })
@Index('uq_service_case_running', ['projectId'], { unique: true, where: "state IN ('applied', 'active', 'closing')" })
export class ServiceCase extends Row {
  @Index('uq_service_case_number', { unique: true })
  @Column('text')
  number: string;

  @Index()
  @Column('uuid')
  projectId: string;

  /** 首接机构, for ever (R31). */
  @Column({ type: 'uuid', update: false })
  firstInstitutionId: string;

  @Index()
  @Column('text')
  state: CaseState;

  /** What the unit wants done by the agents; null = all items (R8). */
  @Column('text', { array: true, nullable: true })
  entrusted: string[] | null;

  @Column('text')
  eligibility: string;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;

  /** Of the request for closure that is being checked. */
  @Column('uuid', { nullable: true })
  closureRequestId: string | null;

  /** What kept the last request from succeeding, in words. */
  @Column('text', { array: true })
  openItems: string[];

  @Column('date', { nullable: true })
  closedOn: string | null;

  @Column('jsonb', { nullable: true })
  termination: Termination | null;

  /** The address of the public page, new at each publication; null while the progress is not public. */
  @Column('text', { nullable: true })
  publicToken: string | null;
}

export const publicPathOf = ({ publicToken }: ServiceCase): string | null => publicToken && `/p/${publicToken}`;
