import { Check, Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** How many chief liaisons a county or zone has (R25). */
export const QUOTA = { least: 3, most: 5 } as const;

/**
 * A term of a 首席联络员, from a day up to another that is no longer in it. A county has five numbered seats, so that
 * the database itself never holds a sixth (R25); the city's liaisons have none.
 */
@Entity('chief_liaison')
@Index('uq_chief_liaison_seat', ['regionId', 'seat'], { unique: true, where: 'valid_to IS NULL' })
@Index('uq_chief_liaison_agent', ['agentId'], { unique: true, where: 'valid_to IS NULL' })
@Check('ck_chief_liaison_seat', 'seat BETWEEN 1 AND 5')
export class ChiefLiaison extends Row {
  @Column('uuid')
  agentId: string;

  @Column('uuid')
  institutionId: string;

  @Column('text')
  regionId: string;

  @Column('integer', { nullable: true })
  seat: number | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('text', { nullable: true })
  endReason: string | null;
}
