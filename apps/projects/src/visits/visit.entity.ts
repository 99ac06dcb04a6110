import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A visit at the unit's place (R73); their number is N. */
@Entity('visit')
export class Visit extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  by: 'agent' | 'approver';

  @Column('text')
  visitorName: string;

  @Column('timestamptz')
  visitedAt: Date;

  @Column('text')
  place: string;

  @Column('text')
  metWith: string;

  @Column('text')
  result: string;

  @Column('uuid', { nullable: true })
  photoFileId: string | null;

  @Column('boolean')
  onSite: boolean;

  @Column('boolean')
  helmetWorn: boolean;
}
