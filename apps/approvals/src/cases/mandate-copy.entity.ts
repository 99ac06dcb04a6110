import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** 授权委托书: who may file for the unit, from–to (R133); `id` is the mandate's. */
@Entity('mandate_copy')
export class MandateCopy extends CopyRow {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('uuid')
  holderAgentId: string;

  /** null = all items. */
  @Column('text', { array: true, nullable: true })
  itemCodes: string[] | null;

  @Column('date')
  validFrom: string;

  /** Last day on which it holds; moved forward when it is ended early. */
  @Column('date')
  validTo: string;
}
