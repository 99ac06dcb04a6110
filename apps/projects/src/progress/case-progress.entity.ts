import { Column, Entity, Index } from 'typeorm';
import type { PlanItem } from '#libs/contracts/facts.js';
import type { LIGHTS } from '#libs/contracts/projects.js';
import { CopyRow } from '#libs/persistence/row.js';

export interface Person {
  agentId: string;
  name: string;
}

export interface TeamMember extends Person {
  role: string;
}

export interface RoadmapDates {
  version: number;
  startOn: string;
  endOn: string;
}

/** What agents and approvals have said of a case; `id` is the case's. Made together with the case. */
@Entity('case_progress')
@Index('ix_case_progress_items', { synchronize: false })
@Index('ix_case_progress_team', { synchronize: false })
export class CaseProgress extends CopyRow {
  /** The first institution until a transfer was received. */
  @Index()
  @Column('uuid')
  currentInstitutionId: string;

  @Column('jsonb', { nullable: true })
  principal: Person | null;

  @Column('jsonb', { nullable: true })
  guide: Person | null;

  /** Everyone who is assigned now, principal and guide among them. */
  @Column('jsonb')
  team: TeamMember[];

  @Column('integer', { nullable: true })
  planVersion: number | null;

  @Column('boolean')
  planFrozen: boolean;

  @Column('jsonb')
  plan: PlanItem[];

  /** The earliest stage in which an entrusted item is open, kept for the filter of the list. */
  @Column('text', { nullable: true })
  stage: string | null;

  /** The worst warning of an open item, kept as the stage is. */
  @Column('text', { nullable: true })
  light: (typeof LIGHTS)[number] | null;

  /** The earliest expected day of an open item. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('text', { nullable: true })
  routing: string | null;

  @Column('text', { array: true })
  questions: string[];

  @Column('jsonb', { nullable: true })
  roadmap: RoadmapDates | null;

  /** Milestones by code, with the day they were reached. */
  @Column('jsonb')
  milestones: Record<string, string>;
}
