import { Column, Entity } from 'typeorm';
import { CopyRow } from '#libs/persistence/row.js';

/** An agent as agents tells it, `id` is the agent's: where, of which classes, and whether the appointment holds. */
@Entity('member')
export class Member extends CopyRow {
  @Column('text')
  name: string;

  @Column('uuid')
  institutionId: string;

  @Column('text')
  institutionLevel: 'city' | 'county' | 'town';

  @Column('text')
  regionId: string;

  @Column('text', { array: true })
  classes: string[];

  @Column('boolean')
  active: boolean;
}

/** A project unit as projects tells it; `id` is the unit's. */
@Entity('unit')
export class Unit extends CopyRow {
  @Column('text')
  name: string;
}
