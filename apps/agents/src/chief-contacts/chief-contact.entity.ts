import { Check, Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A term of the 首席联系人 of one item or one category at one institution; one at a time (R26). */
@Entity('chief_contact')
@Index('uq_chief_contact_item', ['institutionId', 'itemCode'], { unique: true, where: 'valid_to IS NULL' })
@Index('uq_chief_contact_category', ['institutionId', 'category'], { unique: true, where: 'valid_to IS NULL' })
@Check('ck_chief_contact_key', '(item_code IS NULL) <> (category IS NULL)')
export class ChiefContact extends Row {
  @Column('uuid')
  institutionId: string;

  @Column('text', { nullable: true })
  itemCode: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  @Index()
  @Column('uuid')
  agentId: string;

  @Column('uuid', { nullable: true })
  substituteId: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
