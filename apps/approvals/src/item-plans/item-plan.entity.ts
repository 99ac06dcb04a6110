import { Column, Entity } from 'typeorm';
import { Row } from '#libs/persistence/row.js';
import type { Facts } from '#libs/reference/rows.js';
import type { Rulings } from './lines.js';

/** 事项清单: what a case's plan is decided from; `id` is the case's. What was decided stands in its versions. */
@Entity('item_plan')
export class ItemPlan extends Row {
  /** Number of the newest version. */
  @Column('integer')
  revision: number;

  /** Facts answered after the application; they win over the project's own. */
  @Column('jsonb')
  answers: Facts;

  /** What people decided, by item code. */
  @Column('jsonb')
  rulings: Rulings;

  /** The 一次性告知书 that froze it; null = it may be revised (R121). */
  @Column('text', { nullable: true })
  noticeNumber: string | null;
}
