import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A case is complex, and why: only then it has a team (R63). */
@Entity('case_team')
@Index('uq_case_team', ['caseId'], { unique: true })
export class CaseTeam extends Row {
  @Column('uuid')
  caseId: string;

  @Column('text')
  reason: string;

  @Column('date')
  validFrom: string;
}
