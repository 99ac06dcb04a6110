import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** What the first institution set by hand, with its reason (R33, R42); the next one ends it. */
@Entity('routing_override')
@Index('uq_routing_override', ['caseId'], { unique: true, where: 'valid_to IS NULL' })
export class RoutingOverride extends Row {
  @Column('uuid')
  caseId: string;

  @Column('text', { nullable: true })
  mainLevel: 'county' | 'city' | null;

  @Column('text', { nullable: true })
  leadRegionId: string | null;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  validFrom: Date;

  @Column('timestamptz', { nullable: true })
  validTo: Date | null;
}
