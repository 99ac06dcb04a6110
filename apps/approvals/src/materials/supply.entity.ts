import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** A material the unit has handed in or signed, for the whole project or for one works; asked for once (R40). */
@Entity('material_supply')
@Index('ix_material_supply_case', ['caseId', 'materialCode'])
export class MaterialSupply extends Row {
  @Column('uuid')
  caseId: string;

  @Column('text', { nullable: true })
  works: string | null;

  @Column('text')
  materialCode: string;

  @Column('uuid')
  documentId: string;

  @Column('date')
  suppliedOn: string;
}
