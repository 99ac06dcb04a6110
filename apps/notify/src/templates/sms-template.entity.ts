import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** The wording of one message about one event. */
@Entity('sms_template')
@Index('uq_sms_template_code', ['code'], { unique: true })
export class SmsTemplateRow extends Row {
  @Column('text')
  code: string;

  /** The fact's name, as `case.applied`. */
  @Column('text')
  event: string;

  @Column('text')
  text: string;

  @Column('text')
  providerTemplateId: string;

  @Column('boolean')
  urgent: boolean;
}
