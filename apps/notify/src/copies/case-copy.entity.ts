import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** What a message says of a case, and whom it concerns now; `id` is the case's. Null until the fact that tells it is here. */
@Entity('case_copy')
export class CaseCopy extends CopyRow {
  @Column('text', { nullable: true })
  number: string | null;

  @Column('uuid', { nullable: true })
  projectId: string | null;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @Column('uuid', { nullable: true })
  principalAgentId: string | null;

  /** The assignment that made the principal one. */
  @Column('uuid', { nullable: true })
  assignmentId: string | null;
}
