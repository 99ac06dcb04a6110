import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** 预审服务: papers shown to a department before the application; no legal effect and no clock (R124). */
@Entity('pre_review')
export class PreReview extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  itemName: string;

  @Column('text', { nullable: true })
  works: string | null;

  @Column('text')
  handlingBody: string;

  @Column('text', { nullable: true })
  legalBody: string | null;

  @Column('uuid', { array: true })
  documentIds: string[];

  @Column('date')
  askedOn: string;

  @Column('text')
  askedBy: string;

  @Column('text', { nullable: true })
  opinion: string | null;

  @Column('text', { nullable: true })
  opinionBy: string | null;

  @Column('date', { nullable: true })
  opinionOn: string | null;
}
