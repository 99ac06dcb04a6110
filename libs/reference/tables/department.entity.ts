import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body of data/departments.csv. */
@Entity('department')
export class Department {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  level: 'province' | 'city' | 'county' | 'zone' | 'utility';

  @Column('text')
  regionId: string;

  @Column('text')
  function: string;

  @Column('text', { nullable: true })
  superiorCode: string | null;

  @Column('boolean')
  branchOfCity: boolean;

  @Column('text')
  fallback: 'county_spj' | 'city' | 'zone_delegation';

  @Column('boolean')
  namedInJointPreReview: boolean;
}
