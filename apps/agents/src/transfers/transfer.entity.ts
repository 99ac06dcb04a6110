import { Column, Entity, Index } from 'typeorm';
import type { TRANSFER_METHODS } from '#libs/contracts/facts.js';
import type { TRANSFER_STATES, Transfer as TransferView } from '#libs/contracts/agents.js';
import { Row } from '#libs/persistence/row.js';

/** A 转交 between institutions; one open at a time, and who received the last one holds the case (R39). */
@Entity('transfer')
@Index('uq_transfer_open', ['caseId'], { unique: true, where: "state = 'proposed'" })
@Index('uq_transfer_ordinal', ['caseId', 'ordinal'], { unique: true })
export class Transfer extends Row {
  @Column('uuid')
  caseId: string;

  @Column('integer')
  ordinal: number;

  @Column('text')
  state: (typeof TRANSFER_STATES)[number];

  @Column('text')
  direction: 'down' | 'up' | 'across';

  @Column('uuid')
  fromInstitutionId: string;

  @Column('uuid')
  toInstitutionId: string;

  @Column('uuid')
  liaisonId: string;

  @Column('uuid')
  liaisonAgentId: string;

  @Column('text', { array: true })
  itemCodes: string[];

  @Column('jsonb')
  materials: TransferView['materials'];

  @Column('text')
  method: (typeof TRANSFER_METHODS)[number];

  @Column('text', { nullable: true })
  methodNote: string | null;

  @Column('text', { nullable: true })
  trackingNumber: string | null;

  @Column('text', { nullable: true })
  overrideReason: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('text')
  proposedBy: string;

  /** One working day after the proposal; then the liaison is reminded. */
  @Column('timestamptz')
  receiptDueAt: Date;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('text', { nullable: true })
  settledBy: string | null;

  @Column('text', { nullable: true })
  settlement: string | null;
}
