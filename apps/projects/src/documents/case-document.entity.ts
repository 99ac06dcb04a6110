import { Column, Entity, Index } from 'typeorm';
import type { DOCUMENT_KINDS } from '#libs/contracts/projects.js';
import { Row } from '#libs/persistence/row.js';

/** A file of a case by its hash, size and type; the bytes are in libs/files. */
@Entity('case_document')
@Index('uq_case_document_file', ['caseId', 'fileId'], { unique: true })
export class CaseDocument extends Row {
  @Column('uuid')
  caseId: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  sha256: string;

  @Column('text')
  name: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('text')
  type: string;

  @Column('text')
  kind: (typeof DOCUMENT_KINDS)[number];

  @Column('text', { nullable: true })
  itemCode: string | null;

  @Column('text')
  registeredBy: string;

  @Column('timestamptz')
  registeredAt: Date;
}
