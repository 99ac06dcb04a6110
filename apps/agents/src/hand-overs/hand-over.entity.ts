import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { HelperStage } from '../assignments/suggest.js';

/** 交接 of the principal from person to person, one open at a time (R20). */
@Entity('hand_over')
@Index('uq_hand_over_open', ['caseId'], { unique: true, where: "state = 'proposed'" })
export class HandOver extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Index({ where: "state = 'proposed'" })
  @Column('uuid')
  fromAgentId: string;

  @Index({ where: "state = 'proposed'" })
  @Column('uuid')
  toAgentId: string;

  @Column('text', { nullable: true })
  stage: HelperStage | null;

  @Column('text')
  reason: string;

  @Column('text')
  openMatters: string;

  @Column('text', { nullable: true })
  overrideReason: string | null;

  @Column('text')
  state: 'proposed' | 'accepted' | 'returned';

  @Column('timestamptz')
  proposedAt: Date;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('text', { nullable: true })
  returnReason: string | null;
}
