import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** 容缺承诺: a material the unit promised in writing to hand in after acceptance (R72). */
@Entity('deferral')
@Index('uq_deferral_material', ['approvalId', 'materialCode'], { unique: true })
export class Deferral extends Row {
  @Column('uuid')
  approvalId: string;

  @Column('text')
  materialCode: string;

  @Column('text')
  materialName: string;

  @Column('date')
  promisedOn: string;

  /** The signed promise. */
  @Column('uuid')
  documentId: string;

  /** After acceptance. */
  @Column('integer')
  withinWorkdays: number;

  /** Null before acceptance. */
  @Index()
  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('date', { nullable: true })
  suppliedOn: string | null;
}
