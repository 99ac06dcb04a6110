import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { Span } from './filing.machine.js';

/** A stretch of days with its cause: 补正 before acceptance, 特别程序 after it. `to` is null while it lasts. */
@Entity('approval_span')
@Index('uq_approval_span_open', ['approvalId'], { unique: true, where: '"to" IS NULL' })
export class ApprovalSpan extends Row {
  @Index()
  @Column('uuid')
  approvalId: string;

  @Column('text')
  kind: Span;

  @Column('text')
  cause: string;

  @Column('date')
  from: string;

  @Column('date', { nullable: true })
  to: string | null;

  @Column('text')
  approver: string;

  /** Only for causes of 行政许可法45 or of a special law that the item names (R75). */
  @Column('boolean')
  stopsStatutory: boolean;

  /** Time needed as told in writing; null of a correction. */
  @Column('integer', { nullable: true })
  noticeWorkdays: number | null;

  /** Of a correction: by when the unit is to supply. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  /** Of a correction: codes of the materials asked for. */
  @Column('text', { array: true })
  materials: string[];
}
