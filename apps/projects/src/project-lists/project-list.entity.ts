import { Column, Entity, Index } from 'typeorm';
import type { ListEntry } from '#libs/contracts/projects.js';
import { Row } from '#libs/persistence/row.js';

/** An entry as it is recognised again: `key` is the name without spaces and differences of width. */
export type KeyedEntry = ListEntry & { key: string };

/** One issue of a list of major projects; never changed, a correction is the next version (R2). */
@Entity('project_list')
@Index('uq_project_list_issue', ['year', 'level', 'regionId', 'listVersion'], { unique: true })
export class ProjectList extends Row {
  @Column('integer')
  year: number;

  @Column('text')
  level: 'province' | 'city' | 'county';

  @Column('text')
  regionId: string;

  @Column('integer')
  listVersion: number;

  @Column('text')
  issuingBody: string;

  @Column('text')
  basisDocument: string;

  @Column('date')
  basisDate: string;

  @Column('jsonb')
  entries: KeyedEntry[];
}
