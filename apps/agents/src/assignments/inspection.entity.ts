import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** An inspector 督导员 watches a case, and therefore never works in it (R16, R103). */
@Entity('inspection')
@Index('uq_inspection', ['caseId', 'agentId'], { unique: true })
export class Inspection extends Row {
  @Column('uuid')
  caseId: string;

  @Column('uuid')
  agentId: string;

  @Column('date')
  validFrom: string;
}
