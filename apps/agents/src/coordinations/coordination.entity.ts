import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** 业务对口协调 of a provincial item with the body above its line department (R36). */
@Entity('coordination')
@Index('uq_coordination_open', ['caseId', 'itemCode'], { unique: true, where: 'answered_at IS NULL' })
export class Coordination extends Row {
  @Column('uuid')
  caseId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  fromDepartment: string;

  @Column('text')
  toDepartment: string;

  @Column('jsonb')
  entries: { at: string; by: string; text: string }[];

  @Column('text', { nullable: true })
  result: string | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
