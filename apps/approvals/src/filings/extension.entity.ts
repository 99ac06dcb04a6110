import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** 延长 of the statutory limit, approved by the head of the body (行政许可法42); once a filing. */
@Entity('approval_extension')
export class ApprovalExtension extends Row {
  @Index('uq_approval_extension_approval', { unique: true })
  @Column('uuid')
  approvalId: string;

  /** In the unit of the limit: working days, else calendar days. */
  @Column('integer')
  days: number;

  @Column('text')
  reason: string;

  @Column('text')
  approver: string;

  @Column('date')
  on: string;
}
