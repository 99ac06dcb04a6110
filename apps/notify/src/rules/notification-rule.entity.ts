import { Column, Entity, Index } from 'typeorm';
import type { Receiver } from '#libs/contracts/notify.js';
import { Row } from '#libs/persistence/row.js';

/** Which event tells whom by which template. */
@Entity('notification_rule')
export class NotificationRuleRow extends Row {
  @Index()
  @Column('text')
  event: string;

  @Column('text')
  receiver: Receiver;

  @Column('text')
  template: string;

  /** Field of the fact → the values for which the rule speaks; empty = always. */
  @Column('jsonb')
  condition: Record<string, (string | boolean)[]>;

  @Column('text')
  state: 'on' | 'off';
}
