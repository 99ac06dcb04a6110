import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form that is not handed in yet. No aggregate: neither audited nor told to anyone, because it is nobody's business but its writer's. */
@Entity('draft')
export class DraftRow {
  @PrimaryColumn('uuid')
  accountId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('jsonb')
  value: Record<string, unknown>;

  /** Real time, as the writer's clock shows it. */
  @Column('timestamptz')
  savedAt: Date;

  @Column('integer')
  version: number;
}
