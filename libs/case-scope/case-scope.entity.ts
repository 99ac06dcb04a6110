import { Column, Entity, Index } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** Who a case concerns, kept by every service from facts; `id` is the case's. Applied to every query, count and export. */
@Entity('case_scope')
export class CaseScope extends CopyRow {
  @Index()
  @Column('uuid', { nullable: true })
  unitId: string | null;

  /** Counties and zones of the site. */
  @Column('text', { array: true })
  regionIds: string[];

  /** First institution, the one that handles it now, and those asked for single items. */
  @Column('uuid', { array: true })
  institutionIds: string[];

  /** Principal, guide, team, mandate holders, chief contacts that were asked. */
  @Column('uuid', { array: true })
  agentIds: string[];

  /** Bodies that decide, handle or are consulted on a needed item. */
  @Column('text', { array: true })
  departmentCodes: string[];
}
