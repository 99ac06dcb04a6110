import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** An uploaded file; the row is written after its bytes are safe, so there is no row without its file. */
@Entity('stored_file')
export class StoredFileRow extends Row {
  @Column('text')
  name: string;

  @Column('integer')
  size: number;

  @Column('text')
  type: string;

  @Index()
  @Column('text')
  sha256: string;

  @Column('uuid')
  uploadedBy: string;
}
