import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** What a project is called; `id` is the project's. */
@Entity('project_copy')
export class ProjectCopy extends CopyRow {
  @Column('text')
  name: string;

  /** Time of the fact that told it: an older one that comes later changes nothing. */
  @Column('timestamptz')
  asOf: Date;
}
