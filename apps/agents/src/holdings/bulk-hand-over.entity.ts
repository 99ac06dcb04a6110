import { Column, Entity, Index } from 'typeorm';
import type { HandedRow } from '#libs/contracts/agents.js';
import { Row } from '#libs/persistence/row.js';

/** One act that handed over what an agent held; the terms themselves are rows of their own, this one says which. */
@Entity('bulk_hand_over')
export class BulkHandOver extends Row {
  @Index()
  @Column('uuid')
  agentId: string;

  @Column('text')
  cause: 'leave' | 'departure' | 'other';

  @Column('text')
  text: string;

  @Column('date')
  handedOn: string;

  @Column('text')
  handedBy: string;

  @Column('jsonb')
  rows: HandedRow[];

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}
