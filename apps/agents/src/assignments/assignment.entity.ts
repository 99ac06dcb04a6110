import { Column, Entity, Index } from 'typeorm';
import type { ASSIGNED_ROLES } from '#libs/contracts/agents.js';
import { Row } from '#libs/persistence/row.js';

/** An agent's work in a case, from a day up to another; one principal and one guide at a time (R62). */
@Entity('assignment')
@Index('uq_assignment_principal', ['caseId'], { unique: true, where: "role = 'principal' AND valid_to IS NULL" })
@Index('uq_assignment_guide', ['caseId'], { unique: true, where: "role = 'guide' AND valid_to IS NULL" })
@Index('uq_assignment_agent', ['caseId', 'agentId', 'role'], { unique: true, where: 'valid_to IS NULL' })
@Index('ix_assignment_load', ['agentId'], { where: 'valid_to IS NULL' })
export class Assignment extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  role: (typeof ASSIGNED_ROLES)[number];

  @Column('uuid')
  agentId: string;

  @Column('uuid')
  institutionId: string;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  overrideReason: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('text', { nullable: true })
  endReason: string | null;
}
