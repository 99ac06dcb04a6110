import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One day of the working calendar: published by the State Council, overridden by an administrator, or assumed. */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn('date')
  day: string;

  @Column('boolean')
  workday: boolean;

  @Column('text')
  source: 'published' | 'override' | 'assumed';

  @Column('text')
  note: string;
}
