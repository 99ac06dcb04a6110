import { Column, Entity, Index } from 'typeorm';
import type { AGENT_CLASSES } from '#libs/contracts/facts.js';
import type { AGENT_SOURCES } from '#libs/contracts/agents.js';
import { Row } from '#libs/persistence/row.js';
import type { HelperStage } from '../assignments/suggest.js';

export type AgentClass = (typeof AGENT_CLASSES)[number];

/** A 帮代办人员 and the appointment; its open cases are counted from the assignments, never kept here. */
@Entity('agent')
export class Agent extends Row {
  @Index()
  @Column('uuid')
  institutionId: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  classes: AgentClass[];

  @Column('text', { nullable: true })
  classesReason: string | null;

  @Column('text')
  source: (typeof AGENT_SOURCES)[number];

  /** Last day of the contract or secondment (R17). */
  @Column('date', { nullable: true })
  contractEndsOn: string | null;

  @Column('boolean')
  fullTime: boolean;

  @Column('text', { nullable: true })
  homeUnit: string | null;

  @Column('text', { array: true })
  specialties: string[];

  @Column('text', { array: true })
  helperStages: HelperStage[];

  /** Empty = every item of the stages. */
  @Column('text', { array: true })
  itemCodes: string[];

  @Column('text', { array: true })
  policyDomains: string[];

  @Column('text')
  orderNumber: string;

  @Column('text')
  workPhone: string;

  /** Private: for messages only (R24). */
  @Column('text', { comment: 'secret' })
  mobile: string;

  @Column('integer')
  capacity: number;

  @Column('date', { nullable: true })
  baseCoursePassedOn: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
