import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

export interface Signature {
  name: string;
  at: string;
}

/** One version of the agreement of a case; in force is the newest both have signed (R44, R45). */
@Entity('agreement')
@Index('uq_agreement_version', ['caseId', 'agreementVersion'], { unique: true })
export class Agreement extends Row {
  @Column('uuid')
  caseId: string;

  @Column('integer')
  agreementVersion: number;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  items: { itemCode: string; name: string }[];

  @Column('text', { array: true })
  institutionDuties: string[];

  @Column('text', { array: true })
  unitDuties: string[];

  @Column('jsonb', { nullable: true })
  unitSignature: Signature | null;

  @Column('jsonb', { nullable: true })
  institutionSignature: Signature | null;

  @Column('uuid', { nullable: true })
  scanFileId: string | null;

  @Column('date', { nullable: true })
  scanSignedOn: string | null;
}

export const isSigned = ({ unitSignature, institutionSignature }: Agreement): boolean =>
  unitSignature !== null && institutionSignature !== null;
