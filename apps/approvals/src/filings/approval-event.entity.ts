import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** What happened to a filing, by whom and with which words (R80). */
@Entity('approval_event')
export class ApprovalEvent extends Row {
  @Index()
  @Column('uuid')
  approvalId: string;

  @Column('timestamptz')
  at: Date;

  /** Name of the transition, as `accept`. */
  @Column('text')
  name: string;

  @Column('text')
  actorName: string;

  @Column('text', { nullable: true })
  opinion: string | null;
}
