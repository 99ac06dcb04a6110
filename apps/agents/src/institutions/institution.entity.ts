import { Column, Entity, Index } from 'typeorm';
import type { INSTITUTION_LEVELS } from '#libs/contracts/facts.js';
import { Row } from '#libs/persistence/row.js';

/** A 帮代办机构; one in service an administrative unit (R14). */
@Entity('institution')
@Index('uq_institution_of_region', ['regionId'], { unique: true, where: 'valid_to IS NULL' })
export class Institution extends Row {
  @Column('text')
  name: string;

  @Column('text')
  level: (typeof INSTITUTION_LEVELS)[number];

  @Column('text')
  regionId: string;

  @Index()
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text')
  servicePoint: string;

  @Column('text')
  hotline: string;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
