import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Province, city, counties, zones and towns as of data/regions.csv and data/towns.csv. */
@Entity('region')
export class Region {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  level: 'province' | 'city' | 'county' | 'zone' | 'town';

  /** Of a town: the zone that runs it, or its county. */
  @Column('text', { nullable: true })
  parentId: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
