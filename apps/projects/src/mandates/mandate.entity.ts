import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** 授权委托书: from–to, ended early by `endedOn` (R133). */
@Entity('mandate')
export class Mandate extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('uuid')
  holderAgentId: string;

  @Column('text')
  holderName: string;

  /** null = all items. */
  @Column('text', { array: true, nullable: true })
  itemCodes: string[] | null;

  @Column('date')
  validFrom: string;

  @Column('date')
  validTo: string;

  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('date', { nullable: true })
  endedOn: string | null;
}

/** A mandate that was ended does not hold on that day any more. */
export const inForceOn = ({ validFrom, validTo, endedOn }: Mandate, day: string): boolean =>
  validFrom <= day && day <= validTo && (endedOn === null || day < endedOn);
