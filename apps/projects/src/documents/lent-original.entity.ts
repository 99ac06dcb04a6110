import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** An original of the unit in an agent's hands from `lentOn` to `returnedOn` (R134). */
@Entity('lent_original')
export class LentOriginal extends Row {
  @Index()
  @Column('uuid')
  caseId: string;

  @Column('text')
  what: string;

  @Column('text')
  receiver: string;

  @Column('text')
  receipt: string;

  @Column('date')
  lentOn: string;

  @Column('date', { nullable: true })
  returnedOn: string | null;
}
