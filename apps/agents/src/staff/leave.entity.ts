import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** First and last day of an absence, and who stands in. */
@Entity('leave')
export class Leave extends Row {
  @Index()
  @Column('uuid')
  agentId: string;

  @Column('date')
  fromDay: string;

  @Column('date')
  toDay: string;

  @Column('uuid', { nullable: true })
  substituteId: string | null;

  @Column('text')
  reason: string;
}
