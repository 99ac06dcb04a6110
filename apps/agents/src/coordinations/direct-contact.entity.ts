import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** The chief contact of one off-level item was told (R37). */
@Entity('direct_contact')
export class DirectContact extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  itemCode: string;

  @Column('uuid')
  institutionId: string;

  @Column('uuid')
  agentId: string;

  @Column('boolean')
  asSubstitute: boolean;

  @Column('boolean')
  asLiaison: boolean;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  askedAt: Date;

  @Column('text')
  askedBy: string;
}
