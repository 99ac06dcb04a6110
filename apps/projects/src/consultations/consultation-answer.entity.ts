import { Column, Entity, Index } from 'typeorm';
import { Row } from '#libs/persistence/row.js';

/** What either side said in a consultation after its question. */
@Entity('consultation_answer')
export class ConsultationAnswer extends Row {
  @Index()
  @Column('uuid')
  consultationId: string;

  @Column('text')
  by: 'agent' | 'unit';

  @Column('text')
  name: string;

  @Column('text')
  text: string;

  @Column('timestamptz')
  at: Date;
}
