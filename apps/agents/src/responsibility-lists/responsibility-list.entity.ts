import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** One edition of the 权责清单 of an agent (R24). */
@Entity('responsibility_list')
@Index('uq_responsibility_list_edition', ['agentId', 'edition'], { unique: true })
@Index('uq_responsibility_list_in_force', ['agentId'], { unique: true, where: 'replaced_on IS NULL' })
export class ResponsibilityList extends Row {
  @Column('uuid')
  agentId: string;

  @Column('integer')
  edition: number;

  @Column('text', { array: true })
  duties: string[];

  @Column('text', { array: true })
  itemCodes: string[];

  @Column('date')
  publishedOn: string;

  @Column('date', { nullable: true })
  replacedOn: string | null;
}
