import { Column, Entity, Index } from 'typeorm';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import type { Grade } from '#libs/contracts/projects.js';
import { Row } from '#libs/persistence/row.js';
import type { CodeFormat } from './project-code.js';

/** A project 项目 as its unit entered it. Area in m², investment in 万元. */
@Entity('project')
@Index('ix_project_words', { synchronize: false })
@Index('uq_project_unit_name', ['unitId', 'nameKey'], { unique: true })
export class Project extends Row {
  @Index('uq_project_number', { unique: true })
  @Column('text')
  number: string;

  @Column('uuid')
  unitId: string;

  @Column('text')
  name: string;

  /** By which the same project is recognised again. */
  @Column('text')
  nameKey: string;

  /** With hyphens. */
  @Index('uq_project_code', { unique: true, where: 'project_code IS NOT NULL' })
  @Column('text', { nullable: true })
  projectCode: string | null;

  @Column('text', { nullable: true })
  codeFormat: CodeFormat | null;

  @Column('text', { array: true })
  regionIds: string[];

  @Column('text', { nullable: true })
  townName: string | null;

  @Column('text')
  scenario: string;

  @Column('text')
  projectType: ProjectSnapshot['projectType'];

  @Column('text')
  industry: string;

  @Column('text')
  grade: Grade;

  @Column('double precision')
  totalInvestment: number;

  @Column('double precision')
  floorArea: number;

  @Column('text')
  landUse: string;

  @Column('text')
  landMode: string;

  @Column('text', { nullable: true })
  existingLandDocument: string | null;

  @Column('integer')
  constructionMonths: number;

  @Column('jsonb')
  facts: ProjectSnapshot['facts'];

  @Column('timestamptz')
  enteredAt: Date;
}
